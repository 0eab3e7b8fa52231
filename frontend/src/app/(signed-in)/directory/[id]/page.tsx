import type { Metadata } from 'next';
import { getMinistry } from '@/ministries/api';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Card } from '@/ui/card';
import { citation } from '@/ui/citation';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { WithoutScripts } from '@/ui/without-scripts';

export async function generateMetadata({ params }: PageProps<'/directory/[id]'>): Promise<Metadata> {
  return { title: `${(await getMinistry((await params).id)).name}（府省庁名簿）` };
}

export default async function MinistryPage({ params }: PageProps<'/directory/[id]'>) {
  const { name, source, divisions } = await getMinistry((await params).id);
  return (
    <div className="grid max-w-4xl gap-6">
      <WithoutScripts />
      <Breadcrumb trail={[{ label: '府省庁名簿', href: '/directory' }]} here={name} />
      <PageHeader title={name}>
        <p>出典：{citation(source)}</p>
      </PageHeader>
      <Card title="課室">
        {divisions.length === 0 ? (
          <EmptyState title="登録された課室はありません" />
        ) : (
          <ul className="grid gap-1 md:grid-cols-2">
            {divisions.map(({ id, path }) => (
              <li key={id}>{path}</li>
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}

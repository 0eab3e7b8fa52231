import type { Metadata, Route } from 'next';
import { getMinistries } from '@/ministries/api';
import { DivisionTable } from '@/ministries/division-table';
import { SearchForm } from '@/ministries/search-form';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '課室の管理' };

/** Divisions by name, over all ministries. Without a word to look for, the ministries to choose from. */
export default async function DivisionsPage({ searchParams }: PageProps<'/admin/divisions'>) {
  const { q, ended } = await searchParams;
  const query = { q: String(q ?? '').trim(), ended: String(ended ?? '') };
  const { items } = await getMinistries(query.q ? query : { divisions: 'without' });
  return (
    <>
      <WithoutScripts />
      <Breadcrumb trail={[{ label: '管理', href: '/admin' }]} here="課室" />
      <PageHeader title="課室">
        <p>府省庁を選ぶか、名称で探してください。古い名称でも見つかります。</p>
      </PageHeader>
      <SearchForm label="課室の名称" q={query.q} ended={query.ended === 'true'} />
      {items.length === 0 && <EmptyState title="該当する課室はありません。">名称の一部で探してください。</EmptyState>}
      {query.q ? (
        items.map(({ id, name, divisions }) => (
          <Card key={id} title={<Link href={`/admin/ministries/${id}` as Route}>{name}</Link>}>
            <DivisionTable caption={`${name}の課室`} divisions={divisions} />
          </Card>
        ))
      ) : (
        <ul className="grid gap-2 md:grid-cols-3">
          {items.map(({ id, name, divisionCount }) => (
            <li key={id}>
              <Link href={`/admin/ministries/${id}` as Route}>{name}</Link>（{divisionCount}件）
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

import type { Metadata, Route } from 'next';
import { getMinistries } from '@/ministries/api';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { TextField } from '@/ui/text-field';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '府省庁名簿' };

export default async function DirectoryPage({ searchParams }: PageProps<'/directory'>) {
  const q = String((await searchParams).q ?? '').trim();
  const { items } = await getMinistries(q ? { q } : { divisions: 'without' });
  return (
    <>
      <WithoutScripts />
      <PageHeader title="府省庁名簿">
        <p>府省庁を選ぶか、課室の名称で探してください。古い名称でも見つかります。</p>
      </PageHeader>
      <form className="flex flex-wrap items-end gap-4">
        <TextField label="府省庁又は課室の名称" name="q" type="search" defaultValue={q} width="20rem" />
        <Button variant="outline">探す</Button>
      </form>
      {items.length === 0 && <EmptyState title="該当する府省庁はありません">名称の一部で探してください。</EmptyState>}
      {q ? (
        items.map(({ id, name, divisions }) => (
          <Card key={id} title={<Link href={`/directory/${id}` as Route}>{name}</Link>}>
            <ul className="grid gap-1 md:grid-cols-2">
              {divisions.map((division) => (
                <li key={division.id}>{division.path}</li>
              ))}
            </ul>
          </Card>
        ))
      ) : (
        <ul className="grid gap-2 md:grid-cols-3">
          {items.map(({ id, name, divisionCount }) => (
            <li key={id}>
              <Link href={`/directory/${id}` as Route}>{name}</Link>（{divisionCount}課室）
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

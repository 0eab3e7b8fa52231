import type { DivisionToHandOver } from '@musubi/backend/contract/hand-overs';
import type { Metadata, Route } from 'next';
import { getDivisionsToHandOver } from '@/hand-overs/api';
import { withParams } from '@/lib/address';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { type Column, Table } from '@/ui/table';
import { TextField } from '@/ui/text-field';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '課室の引継ぎ' };

const COLUMNS: readonly Column<DivisionToHandOver>[] = [
  {
    header: '課室',
    cell: ({ id, path }) => <Link href={`/hand-overs/divisions/${id}` as Route}>{path}</Link>,
    rowHeader: true,
    width: '20rem',
  },
  { header: '府省庁', cell: ({ ministry }) => ministry },
  { header: '回答する照会', cell: ({ openInquiries }) => `${openInquiries.toLocaleString('ja-JP')}件`, numeric: true },
  { header: '状況', cell: ({ ended }) => (ended ? '終了した課室' : '－'), nowrap: true },
];

export default async function DivisionsToHandOverPage({ searchParams }: PageProps<'/hand-overs/divisions'>) {
  const params = await searchParams;
  const q = String(params.q ?? '');
  const page = Number(params.page ?? 1);
  const { items, total } = await getDivisionsToHandOver({ q, page: String(page) });
  return (
    <>
      <WithoutScripts />
      <PageHeader title="課室の引継ぎ">
        <p>課室の改称、統合、分割のとき、回答する照会などを後継の課室に引き継ぎます。</p>
      </PageHeader>
      <form className="flex flex-wrap items-end gap-4">
        <TextField label="課室又は府省庁の名称" name="q" type="search" defaultValue={q} width="20rem" />
        <Button variant="outline">探す</Button>
      </form>
      {items.length > 0 ? (
        <Table caption="引き継げる課室" columns={COLUMNS} rows={items} rowKey={({ id }) => id} dense />
      ) : (
        <EmptyState title="該当する課室はありません">名称の一部で探してください。</EmptyState>
      )}
      <Pagination
        total={total}
        page={page}
        size={50}
        href={(to) => withParams('/hand-overs/divisions', params, { page: to })}
      />
    </>
  );
}

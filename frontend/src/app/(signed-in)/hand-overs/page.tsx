import type { LookedAfter } from '@musubi/backend/contract/hand-overs';
import type { Metadata, Route } from 'next';
import { getLookedAfter } from '@/hand-overs/api';
import { withParams } from '@/lib/address';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { StatusBadge } from '@/ui/status-badge';
import { type Column, Table } from '@/ui/table';
import { TextField } from '@/ui/text-field';
import { Day } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '引継ぎと不在' };

const COLUMNS: readonly Column<LookedAfter>[] = [
  { header: '氏名', cell: ({ name }) => name, rowHeader: true, nowrap: true },
  { header: '役割', cell: ({ label }) => label },
  { header: '未了の仕事', cell: ({ openItems }) => `${openItems.toLocaleString('ja-JP')}件`, numeric: true },
  { header: '状況', cell: (person) => <Situation {...person} /> },
  {
    header: '操作',
    cell: ({ id, name, disabled }) => (
      <span className="relative flex gap-4">
        <Link href={`/hand-overs/people/${id}` as Route}>
          引継ぎ<span className="sr-only">：{name}</span>
        </Link>
        {!disabled && (
          <Link href={`/absences/${id}` as Route}>
            不在の設定<span className="sr-only">：{name}</span>
          </Link>
        )}
      </span>
    ),
    nowrap: true,
  },
];

export default async function HandOversPage({ searchParams }: PageProps<'/hand-overs'>) {
  const params = await searchParams;
  const q = String(params.q ?? '');
  const page = Number(params.page ?? 1);
  const { items, total } = await getLookedAfter({ q, page: String(page) });
  return (
    <>
      <WithoutScripts />
      <PageHeader title="引継ぎと不在">
        <p>人事異動で離れる人の仕事を後任に引き継ぎます。休暇などの間の代理は「不在の設定」で決めます。</p>
      </PageHeader>
      <form className="flex flex-wrap items-end gap-4">
        <TextField label="氏名、ふりがな、メールアドレス" name="q" type="search" defaultValue={q} width="20rem" />
        <Button variant="outline">探す</Button>
      </form>
      {items.length > 0 ? (
        <Table caption="引継ぎと不在を扱える人" columns={COLUMNS} rows={items} rowKey={({ id }) => id} dense />
      ) : (
        <EmptyState title="該当する人はいません">氏名の一部で探してください。</EmptyState>
      )}
      <Pagination total={total} page={page} size={50} href={(to) => withParams('/hand-overs', params, { page: to })} />
    </>
  );
}

function Situation({ disabled, leavesOn, absentUntil }: LookedAfter) {
  if (disabled) return <StatusBadge tone="closed">停止中</StatusBadge>;
  if (!leavesOn && !absentUntil) return '－';
  return (
    <span className="grid gap-1">
      {absentUntil && (
        <span>
          <Day value={absentUntil} />
          まで不在
        </span>
      )}
      {leavesOn && (
        <span>
          <Day value={leavesOn} />
          に停止
        </span>
      )}
    </span>
  );
}

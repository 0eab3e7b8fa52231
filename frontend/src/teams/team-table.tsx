import { ROUND_STATE_LABEL } from '@musubi/backend/contract/rounds';
import type { TeamSummary } from '@musubi/backend/contract/teams';
import type { Route } from 'next';
import { Link } from '@/ui/link';
import { type Column, Table } from '@/ui/table';

const COLUMNS: Column<TeamSummary>[] = [
  {
    header: '団体',
    rowHeader: true,
    cell: ({ id, municipality }) => <Link href={`/teams/${id}` as Route}>{municipality}</Link>,
  },
  { header: '支援官', cell: ({ members }) => members.map(({ name, ministry }) => `${name}（${ministry}）`).join('、') },
  { header: '年度', cell: ({ round }) => `${round.name}（${ROUND_STATE_LABEL[round.state]}）` },
];

export const TeamTable = ({ items }: { items: readonly TeamSummary[] }) => (
  <Table caption="支援チーム" columns={COLUMNS} rows={items} rowKey={({ id }) => id} />
);

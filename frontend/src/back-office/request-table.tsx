import { type SupportSummary, USEFULNESS_LABEL } from '@musubi/backend/contract/back-office';
import type { Route } from 'next';
import { Link } from '@/ui/link';
import { type Column, Table } from '@/ui/table';
import { Day } from '@/ui/time';
import { SupportBadge } from './state-badge';

const COLUMNS: Column<SupportSummary>[] = [
  { header: '番号', cell: ({ number }) => number, nowrap: true },
  {
    header: '件名',
    rowHeader: true,
    width: '14rem',
    cell: ({ id, title }) => <Link href={`/back-office/${id}` as Route}>{title}</Link>,
  },
  { header: '区分', cell: ({ kind }) => kind, nowrap: true },
  { header: '状態', cell: (request) => <SupportBadge {...request} />, nowrap: true },
  { header: '依頼日', cell: ({ askedAt }) => <Day value={askedAt} />, nowrap: true },
  { header: '回答期限', cell: ({ dueOn }) => <Day value={dueOn} />, nowrap: true },
  { header: '役立ち度', cell: ({ usefulness }) => (usefulness ? USEFULNESS_LABEL[usefulness] : '－'), nowrap: true },
];

const TEAM: Column<SupportSummary> = {
  header: '支援チーム',
  cell: ({ team }) => <Link href={`/teams/${team.id}/support` as Route}>{team.municipality}</Link>,
};

/** `withTeam` where it is not all of one. */
export function RequestTable({ requests, withTeam }: { requests: readonly SupportSummary[]; withTeam?: boolean }) {
  const [number, title, ...others] = COLUMNS;
  const columns = withTeam && number && title ? [number, title, TEAM, ...others] : COLUMNS;
  return <Table caption="後方支援の依頼" columns={columns} rows={requests} rowKey={({ id }) => id} />;
}

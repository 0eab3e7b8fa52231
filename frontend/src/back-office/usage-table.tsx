import type { SupportUsage } from '@musubi/backend/contract/back-office';
import type { Route } from 'next';
import { withParams } from '@/lib/address';
import { Link } from '@/ui/link';
import { type Column, Table } from '@/ui/table';
import { Day } from '@/ui/time';

type Row = SupportUsage['teams'][number];
const OPEN = 'submitted,triaged,inquiring,collected';

/** A number that opens the list of its rows; nothing to open behind none. */
const count = (n: number, team: Row, query: Record<string, string>) =>
  n === 0 ? '0' : <Link href={withParams('/back-office/requests', { teamId: team.id }, query)}>{n}</Link>;

const COLUMNS: Column<Row>[] = [
  {
    header: '団体',
    rowHeader: true,
    cell: ({ id, municipality }) => <Link href={`/teams/${id}/support` as Route}>{municipality}</Link>,
  },
  { header: '対応中', numeric: true, cell: (row) => count(row.open, row, { state: OPEN }) },
  { header: '期限超過', numeric: true, cell: (row) => count(row.overdue, row, { overdue: 'true' }) },
  { header: '回答済', numeric: true, cell: (row) => count(row.closed, row, { state: 'closed' }) },
  { header: '取下げ', numeric: true, cell: (row) => count(row.withdrawn, row, { state: 'withdrawn' }) },
  { header: '回答までの日数（中央値）', numeric: true, cell: ({ medianDays }) => medianDays ?? '－' },
  {
    header: '役立ち度（平均、件数）',
    numeric: true,
    cell: ({ usefulness, rated }) => (usefulness === null ? '－' : `${usefulness.toFixed(1)}（${rated}件）`),
  },
  { header: '依頼前に解決', numeric: true, cell: ({ finds }) => finds },
  { header: '案内した日', cell: ({ toldOn }) => <Day value={toldOn} />, nowrap: true },
];

export const UsageTable = ({ teams }: { teams: readonly Row[] }) => (
  <Table dense caption="チームごとの利用状況" columns={COLUMNS} rows={teams} rowKey={({ id }) => id} />
);

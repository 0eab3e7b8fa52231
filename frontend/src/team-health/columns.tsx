import { FINDING_LABEL, type TeamHealthRow } from '@musubi/backend/contract/team-health';
import type { Route } from 'next';
import { Link } from '@/ui/link';
import { StatusBadge } from '@/ui/status-badge';
import type { Column } from '@/ui/table';
import { Day } from '@/ui/time';

/** A number that leads to its rows; nothing leads nowhere. */
const count = (value: number, href: string) => (value === 0 ? value : <Link href={href as Route}>{value}</Link>);

export const HEALTH_COLUMNS: Column<TeamHealthRow>[] = [
  {
    header: '団体',
    rowHeader: true,
    width: '12rem',
    cell: ({ teamId, municipality, members }) => (
      <>
        <Link href={`/teams/${teamId}` as Route}>{municipality}</Link>
        <span className="block text-dns-14N-130">支援官{members}人</span>
      </>
    ),
  },
  { header: '気になる点', width: '15rem', cell: ({ findings }) => <Findings findings={findings} /> },
  {
    header: '最後の連絡',
    width: '11rem',
    cell: ({ lastContactOn, quietWorkdays }) => (
      <>
        <Day value={lastContactOn} />
        <span className="block text-dns-14N-130">連絡のない開庁日 {quietWorkdays}日</span>
      </>
    ),
  },
  { header: '最後の訪問', width: '10rem', cell: ({ lastVisitOn }) => <Day value={lastVisitOn} /> },
  { header: '会議', numeric: true, cell: ({ teamId, meetings }) => count(meetings, `/teams/${teamId}/meetings`) },
  { header: '訪問', numeric: true, cell: ({ teamId, visits }) => count(visits, `/teams/${teamId}/visits`) },
  {
    header: '未了の約束（遅れ）',
    numeric: true,
    cell: ({ teamId, openPromises, overduePromises }) => (
      <>
        {count(openPromises, `/teams/${teamId}`)}（{overduePromises}）
      </>
    ),
  },
  { header: '後方支援', numeric: true, cell: ({ supportRequests }) => supportRequests },
];

function Findings({ findings }: Pick<TeamHealthRow, 'findings'>) {
  if (findings.length === 0) return '－';
  return (
    <ul className="grid gap-2">
      {findings.map(({ kind, since, remindedOn, toldOn }) => (
        <li key={kind}>
          <StatusBadge tone={toldOn ? 'alarm' : 'attention'}>{FINDING_LABEL[kind]}</StatusBadge>
          <span className="block text-dns-14N-130">
            <Day value={since} /> から
          </span>
          {remindedOn && (
            <span className="block text-dns-14N-130">
              <Day value={remindedOn} /> にチームへお知らせ
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

import type { TeamPromise } from '@musubi/backend/contract/team-meetings';
import type { Route } from 'next';
import { Card } from '@/ui/card';
import { Link } from '@/ui/link';
import { StatusBadge } from '@/ui/status-badge';
import { Day } from '@/ui/time';

/** Among the work of today: what the reader, or the town of the reader, has promised in a team. */
export function MyPromises({ promises }: { promises: readonly TeamPromise[] }) {
  return (
    <Card title={`支援チームの約束・宿題　${promises.length}件`}>
      <ul className="divide-y divide-solid-gray-420">
        {promises.map(({ id, teamId, municipality, text, owner, dueOn, overdue }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2">
            <div className="min-w-0">
              <Link href={`/teams/${teamId}` as Route}>{text}</Link>
              <p className="text-dns-14N-130 text-solid-gray-700">
                {municipality}　支援チーム（担当：{owner}）
              </p>
            </div>
            <p className="flex items-center gap-2">
              <Day value={dueOn} />
              {overdue && <StatusBadge tone="alarm">期限超過</StatusBadge>}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

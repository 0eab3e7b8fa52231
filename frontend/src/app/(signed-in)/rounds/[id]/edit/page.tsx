import { tokyoWallClock } from '@musubi/backend/contract/calendar';
import { CALL_LABEL, WEIGHT_LABEL } from '@musubi/backend/contract/rounds';
import type { Metadata, Route } from 'next';
import { getRound } from '@/rounds/api';
import { RoundForm } from '@/rounds/round-forms';
import { Breadcrumb } from '@/ui/breadcrumb';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: '日程と設定' };

export default async function RoundEditPage({ params }: PageProps<'/rounds/[id]/edit'>) {
  const { id } = await params;
  const round = await getRound(id);
  const minutes = Object.fromEntries(
    round.calls.flatMap(({ kind, opensAt, closesAt }) => [
      [`${kind}.opensAt`, tokyoWallClock(opensAt).slice(0, 16)],
      [`${kind}.closesAt`, tokyoWallClock(closesAt).slice(0, 16)],
    ]),
  );
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb trail={[{ label: round.name, href: `/rounds/${id}` as Route }]} here="日程と設定" />
      <PageHeader title="日程と設定" />
      {round.allowedActions.includes('edit') ? (
        <RoundForm round={round} labels={{ calls: CALL_LABEL, weights: WEIGHT_LABEL }} minutes={minutes} />
      ) : (
        <EmptyState title="日程と設定は変えられません">募集を締め切った後は、日程と設定を変えられません。</EmptyState>
      )}
    </div>
  );
}

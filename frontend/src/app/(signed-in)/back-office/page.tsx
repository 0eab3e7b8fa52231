import { SUPPORT_OPEN_STATES } from '@musubi/backend/contract/back-office';
import type { Metadata } from 'next';
import { getSupportUsage } from '@/back-office/api';
import { SettingsForm } from '@/back-office/request-forms';
import { UsageTable } from '@/back-office/usage-table';
import { type SearchParams, withParams } from '@/lib/address';
import { Card } from '@/ui/card';
import { DescriptionList } from '@/ui/description-list';
import { EmptyState } from '@/ui/empty-state';
import { Link, LinkButton } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { RefusedConditions } from '@/ui/refused-conditions';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '後方支援の利用状況' };

const OPEN = SUPPORT_OPEN_STATES.join(',');

export default async function BackOfficePage({ searchParams }: PageProps<'/back-office'>) {
  const { roundId } = await searchParams;
  const { rounds, round, total, used, teams, toldAfterDays, maySet, refused } = await getSupportUsage({ roundId });
  const within = { roundId: round?.id };
  const csv = withParams('/api/support-usage.csv', { roundId: round?.id }, {});
  return (
    <>
      <WithoutScripts />
      <PageHeader
        title="後方支援の利用状況"
        actions={
          <>
            <LinkButton href={withParams('/back-office/requests', {}, { state: OPEN })}>対応中の依頼</LinkButton>
            {round && (
              <LinkButton href={csv} variant="outline">
                CSVを保存する
              </LinkButton>
            )}
          </>
        }
      >
        {round && <p>{round.name}</p>}
        {rounds.length > 1 && (
          <p className="flex flex-wrap gap-4">
            {rounds.map(({ id, name }) => (
              <Link key={id} href={withParams('/back-office', {}, { roundId: id })}>
                {name}
              </Link>
            ))}
          </p>
        )}
      </PageHeader>
      <RefusedConditions refused={refused} />
      {teams.length === 0 ? (
        <EmptyState title="支援チームはありません">任命すると、ここにチームごとの利用状況が載ります。</EmptyState>
      ) : (
        <>
          <Card title="全体">
            <DescriptionList
              items={[
                { term: '使ったチーム', value: `${used}／${teams.length}チーム` },
                { term: '対応中', value: <Rows count={total.open} query={{ ...within, state: OPEN }} /> },
                { term: '期限超過', value: <Rows count={total.overdue} query={{ ...within, overdue: 'true' }} /> },
                { term: '回答済', value: <Rows count={total.closed} query={{ ...within, state: 'closed' }} /> },
                {
                  term: '回答までの日数',
                  value: total.medianDays === null ? '－' : `${total.medianDays}開庁日（中央値）`,
                },
                {
                  term: '役立ち度',
                  value: total.usefulness === null ? '－' : `平均${total.usefulness.toFixed(1)}（${total.rated}件）`,
                },
                { term: '依頼前に解決', value: `${total.finds}件` },
              ]}
            />
          </Card>
          <UsageTable teams={teams} />
        </>
      )}
      {maySet && (
        <Card title="使っていないチームへの案内">
          <SettingsForm toldAfterDays={toldAfterDays} />
        </Card>
      )}
    </>
  );
}

/** A number that opens the 依頼 behind it. */
function Rows({ count, query }: { count: number; query: SearchParams }) {
  const words = `${count.toLocaleString('ja-JP')}件`;
  return count === 0 ? words : <Link href={withParams('/back-office/requests', query, {})}>{words}</Link>;
}

import type { Metadata, Route } from 'next';
import { getSupportUsage } from '@/back-office/api';
import { SettingsForm } from '@/back-office/request-forms';
import { UsageTable } from '@/back-office/usage-table';
import { withParams } from '@/lib/address';
import { Card } from '@/ui/card';
import { DescriptionList } from '@/ui/description-list';
import { EmptyState } from '@/ui/empty-state';
import { Link, LinkButton } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '後方支援の利用状況' };

export default async function BackOfficePage({ searchParams }: PageProps<'/back-office'>) {
  const { roundId } = await searchParams;
  const { rounds, round, total, used, teams, toldAfterDays, maySet } = await getSupportUsage({ roundId });
  const csv = withParams('/api/support-usage.csv', { roundId: round?.id }, {});
  return (
    <>
      <WithoutScripts />
      <PageHeader
        title="後方支援の利用状況"
        actions={
          <>
            <LinkButton href={'/back-office/requests?state=submitted,triaged,inquiring,collected' as Route}>
              対応中の依頼
            </LinkButton>
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
      {teams.length === 0 ? (
        <EmptyState title="支援チームはありません">任命すると、ここにチームごとの利用状況が載ります。</EmptyState>
      ) : (
        <>
          <Card title="全体">
            <DescriptionList
              items={[
                { term: '使ったチーム', value: `${used} / ${teams.length}チーム` },
                { term: '対応中', value: `${total.open}件（うち期限超過${total.overdue}件）` },
                { term: '回答済', value: `${total.closed}件` },
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

import { formatFiscalYear } from '@musubi/backend/contract/calendar';
import type { Metadata, Route } from 'next';
import { getDashboard } from '@/dashboards/api';
import { FieldMatrix } from '@/dashboards/field-matrix';
import { SatisfactionCard } from '@/dashboards/satisfaction-card';
import { MinistryMatrix, StateCard } from '@/dashboards/state-tables';
import { DurationCard, ReceivedCard, TimelinessCard } from '@/dashboards/time-tables';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Tabs } from '@/ui/tabs';
import { Moment } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '集計' };

export default async function DashboardPage({ searchParams }: PageProps<'/dashboard'>) {
  const { year: given } = await searchParams;
  const wanted = /^\d{4}$/.test(String(given)) ? String(given) : '';
  const dashboard = await getDashboard(new URLSearchParams(wanted ? { year: wanted } : {}));
  const { asOf, year, years, states } = dashboard;
  return (
    <>
      <WithoutScripts />
      <PageHeader title="集計">
        <p>
          <Moment value={asOf} />
          現在。件数を選ぶと、その相談の一覧が開きます。
        </p>
        <p>
          <Link href="/dashboard/suggestions">照会先と施策の候補の採用率を見る</Link>
        </p>
      </PageHeader>
      <Tabs
        label="年度"
        tabs={[
          { label: 'すべて', href: '/dashboard', current: year === null },
          ...years.map((each) => ({
            label: formatFiscalYear(each),
            href: `/dashboard?year=${each}` as Route,
            current: each === year,
          })),
        ]}
      />
      {states.length === 0 ? (
        <EmptyState title="この年度の相談はありません" />
      ) : (
        <>
          <div className="grid items-start gap-6 xl:grid-cols-2">
            <StateCard states={states} />
            <div className="grid gap-6">
              <DurationCard durations={dashboard.durations} />
              <SatisfactionCard satisfaction={dashboard.satisfaction} />
              <ReceivedCard received={dashboard.received} />
            </div>
          </div>
          <MinistryMatrix states={states} ministries={dashboard.ministries} />
          <TimelinessCard timeliness={dashboard.timeliness} />
          <FieldMatrix fields={dashboard.fields} prefectures={dashboard.prefectures} />
        </>
      )}
    </>
  );
}

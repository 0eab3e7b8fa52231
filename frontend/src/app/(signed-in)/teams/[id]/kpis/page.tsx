import type { Metadata, Route } from 'next';
import { getKpis } from '@/team-reports/api';
import { AchievementList, KpiTable } from '@/team-reports/kpi-table';
import { Card } from '@/ui/card';
import { DoneBanner } from '@/ui/done-banner';
import { EmptyState } from '@/ui/empty-state';
import { LinkButton } from '@/ui/link';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: 'KPI' };

export default async function KpisPage({ params, searchParams }: PageProps<'/teams/[id]/kpis'>) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const { items, counts, mayWrite } = await getKpis(id);
  const home = `/teams/${id}/kpis`;
  return (
    <>
      <WithoutScripts />
      <DoneBanner done={done} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-std-24B-150">計画のKPI</h2>
        {mayWrite && <LinkButton href={`${home}/new` as Route}>KPIを加える</LinkButton>}
      </div>
      {items.length === 0 ? (
        <EmptyState title="KPIは、まだありません">
          取組計画の指標を加えると、基準値、実績値、目標値と進捗率の表になり、報告に載ります。
        </EmptyState>
      ) : (
        <>
          <KpiTable items={items} base={home} />
          <p>進捗率は、小数第2位を四捨五入しています。集計中の指標は「－」とし、再掲の指標は数に入れません。</p>
          <Card title="達成区分ごとの数">
            <AchievementList counts={counts} />
          </Card>
        </>
      )}
    </>
  );
}

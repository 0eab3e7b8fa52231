import { shownAmount, type TeamKpiPage } from '@musubi/backend/contract/team-kpis';
import type { Metadata, Route } from 'next';
import { getKpi } from '@/team-reports/api';
import { kindChoices } from '@/team-reports/kind-choices';
import { removeKpi, saveKpi } from '@/team-reports/kpi-actions';
import { KpiForm } from '@/team-reports/kpi-form';
import { KpiTable } from '@/team-reports/kpi-table';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Confirm } from '@/ui/confirm';
import { Link } from '@/ui/link';
import { Moment } from '@/ui/time';

export async function generateMetadata({ params }: PageProps<'/teams/[id]/kpis/[kpi]'>): Promise<Metadata> {
  return { title: `KPI ${(await getKpi((await params).kpi)).name}` };
}

export default async function KpiPage({ params }: PageProps<'/teams/[id]/kpis/[kpi]'>) {
  const kpi = await getKpi((await params).kpi);
  const { id, teamId, version, mayWrite, history, note } = kpi;
  return (
    <div className="grid gap-6">
      <p>
        <Link href={`/teams/${teamId}/kpis` as Route}>KPIの一覧に戻る</Link>
      </p>
      <KpiTable items={[kpi]} />
      {note && <p className="whitespace-pre-wrap">出典・備考：{note}</p>}
      {mayWrite && (
        <>
          <Card title="KPIを直す">
            <KpiForm action={saveKpi.bind(null, teamId, id)} kinds={kindChoices()} kpi={kpi} />
          </Card>
          <Confirm label="KPIを計画から外す" question={<p>一覧と報告に載らなくなります。これまでの版は残ります。</p>}>
            <ActionButton action={removeKpi.bind(null, teamId, id, version)} variant="danger">
              外す
            </ActionButton>
          </Confirm>
        </>
      )}
      <Card title="これまでの版">
        <ol className="grid gap-3">
          {history.map((one) => (
            <li key={one.version}>
              <p>
                第{one.version}版　{one.content && wordsOf(one.content)}
              </p>
              <p className="text-dns-14N-130 text-solid-gray-700">
                <Moment value={one.at} />　{one.by}
              </p>
            </li>
          ))}
        </ol>
      </Card>
    </div>
  );
}

function wordsOf({ name, unit, target, actuals }: NonNullable<TeamKpiPage['history'][number]['content']>): string {
  const newest = actuals.at(-1);
  const actual = newest ? (newest.value === null ? '集計中' : shownAmount(newest.value) + unit) : '－';
  return `${name}　実績値 ${actual}、目標値 ${target === null ? '－' : shownAmount(target) + unit}`;
}

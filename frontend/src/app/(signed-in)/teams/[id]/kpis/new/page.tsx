import type { Metadata, Route } from 'next';
import { getKpis } from '@/team-reports/api';
import { kindChoices } from '@/team-reports/kind-choices';
import { addKpi } from '@/team-reports/kpi-actions';
import { KpiForm } from '@/team-reports/kpi-form';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';

export const metadata: Metadata = { title: 'KPIを加える' };

export default async function NewKpiPage({ params }: PageProps<'/teams/[id]/kpis/new'>) {
  const { id } = await params;
  const { mayWrite } = await getKpis(id);
  return (
    <div className="grid max-w-4xl gap-6">
      <p>
        <Link href={`/teams/${id}/kpis` as Route}>KPIの一覧に戻る</Link>
      </p>
      {mayWrite ? (
        <Card title="KPIを加える">
          <KpiForm action={addKpi.bind(null, id)} kinds={kindChoices()} kpi={null} />
        </Card>
      ) : (
        <EmptyState title="KPIを加えられません">
          支援期間中に、支援官、団体の担当者又は事務局が加えられます。
        </EmptyState>
      )}
    </div>
  );
}

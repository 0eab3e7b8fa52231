import { REPORT_STANDING_LABEL } from '@musubi/backend/contract/programme-reports';
import { REPORT_KIND_LABEL, type TeamReportSummary } from '@musubi/backend/contract/team-reports';
import type { Metadata, Route } from 'next';
import { getReports } from '@/team-reports/api';
import { beginReport } from '@/team-reports/report-actions';
import { REPORT_TONE } from '@/team-reports/report-tone';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { DescriptionList } from '@/ui/description-list';
import { LinkButton } from '@/ui/link';
import { StatusBadge } from '@/ui/status-badge';
import { Day, Moment } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '報告' };

export default async function ReportsPage({ params }: PageProps<'/teams/[id]/reports'>) {
  const { id } = await params;
  const { items, mayBegin } = await getReports(id);
  return (
    <>
      <WithoutScripts />
      <h2 className="text-std-24B-150">報告</h2>
      <p>
        会議、現地訪問、約束などの記録から案を作り、支援官と団体が直します。団体の承認者が同意すると、内容が定まります。
      </p>
      <div className="grid gap-6 lg:grid-cols-2">
        {items.map((item) => (
          <Card key={item.kind} title={REPORT_KIND_LABEL[item.kind]}>
            <Standing item={item} />
            <div className="mt-4">
              {item.report ? (
                <LinkButton href={`/teams/${id}/reports/${item.kind}` as Route}>
                  {REPORT_KIND_LABEL[item.kind]}を開く
                </LinkButton>
              ) : (
                mayBegin && (
                  <ActionButton action={beginReport.bind(null, id, item.kind)}>
                    記録から{REPORT_KIND_LABEL[item.kind]}の案を作る
                  </ActionButton>
                )
              )}
            </div>
          </Card>
        ))}
      </div>
    </>
  );
}

function Standing({ item: { dueOn, report } }: { item: TeamReportSummary }) {
  const standing = report?.state ?? 'missing';
  return (
    <DescriptionList
      items={[
        {
          term: '状態',
          value: <StatusBadge tone={REPORT_TONE[standing]}>{REPORT_STANDING_LABEL[standing]}</StatusBadge>,
        },
        { term: '期限', value: dueOn ? <Day value={dueOn} weekday /> : '年間の日程に定められていません' },
        { term: '最後の更新', value: report && <Moment value={report.updatedAt} /> },
      ]}
    />
  );
}

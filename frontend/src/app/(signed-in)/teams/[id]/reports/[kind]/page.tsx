import {
  REPORT_KIND_LABEL,
  REPORT_STATE_LABEL,
  ReportKind,
  type TeamReport,
} from '@musubi/backend/contract/team-reports';
import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { getReport, getReports } from '@/team-reports/api';
import { AchievementList, KpiTable } from '@/team-reports/kpi-table';
import { ReportForm } from '@/team-reports/report-form';
import { ReportSteps } from '@/team-reports/report-steps';
import { REPORT_TONE } from '@/team-reports/report-tone';
import { ReportView } from '@/team-reports/report-view';
import { reportWords } from '@/team-reports/report-words';
import { Banner } from '@/ui/banner';
import { Card } from '@/ui/card';
import { DoneBanner } from '@/ui/done-banner';
import { Link, LinkButton } from '@/ui/link';
import { StatusBadge } from '@/ui/status-badge';
import { Day, Moment } from '@/ui/time';

export async function generateMetadata({ params }: PageProps<'/teams/[id]/reports/[kind]'>): Promise<Metadata> {
  const kind = ReportKind.safeParse((await params).kind);
  return kind.success ? { title: REPORT_KIND_LABEL[kind.data] } : {};
}

async function reportOf(teamId: string, asked: string): Promise<TeamReport> {
  const { items } = await getReports(teamId);
  const report = items.find(({ kind }) => kind === asked)?.report;
  return report ? getReport(report.id) : notFound();
}

export default async function ReportPage({ params, searchParams }: PageProps<'/teams/[id]/reports/[kind]'>) {
  const [{ id, kind: asked }, { done }] = await Promise.all([params, searchParams]);
  const report = await reportOf(id, asked);
  const { kind, state, dueOn, kpis, counts, history, allowedActions } = report;
  const file = (type: string) => `/api/team-reports/${report.id}/report.${type}` as Route;
  return (
    <div className="grid gap-6">
      <DoneBanner done={done} />
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="text-std-24B-150">{REPORT_KIND_LABEL[kind]}</h2>
        <StatusBadge tone={REPORT_TONE[state]}>{REPORT_STATE_LABEL[state]}</StatusBadge>
        {dueOn && (
          <p>
            期限：
            <Day value={dueOn} weekday />
          </p>
        )}
        <div className="flex flex-wrap gap-3 lg:ml-auto">
          <LinkButton href={file('pdf')} variant="outline" size="sm">
            PDF
          </LinkButton>
          <LinkButton href={file('docx')} variant="outline" size="sm">
            Word
          </LinkButton>
        </div>
      </div>
      {allowedActions.includes('agree') && (
        <Banner kind="info" title="内容を確認し、同意するかどうかを返答してください">
          <p>同意すると、この内容とKPIの値が定まります。直すところがあれば、理由を添えて差し戻してください。</p>
        </Banner>
      )}
      <ReportSteps report={report} />
      <div className="max-w-4xl">
        <Card title="内容">
          {allowedActions.includes('save') ? (
            <ReportForm
              key={report.filledAt}
              report={report}
              words={reportWords(kind)}
              home={`/teams/${id}/reports/${kind}`}
            />
          ) : (
            <ReportView report={report} />
          )}
        </Card>
      </div>
      <Card title="KPIの進捗">
        {kpis.length === 0 ? (
          <p>
            指標は登録されていません。<Link href={`/teams/${id}/kpis` as Route}>KPIの画面</Link>
            で加えると、ここに載ります。
          </p>
        ) : (
          <div className="grid gap-4">
            <KpiTable items={kpis} />
            <AchievementList counts={counts} />
          </div>
        )}
      </Card>
      <Card title="経過">
        <ol className="grid gap-3">
          {history.map(({ at, by, what, reason }) => (
            <li key={at + what}>
              <p>{what}</p>
              {reason && <p className="whitespace-pre-wrap">理由：{reason}</p>}
              <p className="text-dns-14N-130 text-solid-gray-700">
                <Moment value={at} />　{by ?? 'システム'}
              </p>
            </li>
          ))}
        </ol>
      </Card>
    </div>
  );
}

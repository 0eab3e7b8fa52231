import { type ProgrammeTeam, REPORT_STANDING_LABEL } from '@musubi/backend/contract/programme-reports';
import { type Figure, figuresOf } from '@musubi/backend/contract/programme-words';
import { REPORT_KIND_LABEL, ReportKind } from '@musubi/backend/contract/team-reports';
import type { Metadata, Route } from 'next';
import { withParams } from '@/lib/address';
import { getProgramme } from '@/team-reports/api';
import { REPORT_TONE } from '@/team-reports/report-tone';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Card } from '@/ui/card';
import { Link, LinkButton } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { StatusBadge } from '@/ui/status-badge';
import { type Column, Table } from '@/ui/table';
import { Tabs } from '@/ui/tabs';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '全体報告' };

const COLUMNS: Column<ProgrammeTeam>[] = [
  {
    header: '団体',
    rowHeader: true,
    cell: ({ id, municipality }) => <Link href={`/teams/${id}/reports` as Route}>{municipality}</Link>,
  },
  {
    header: '報告の状況',
    cell: ({ standing }) => <StatusBadge tone={REPORT_TONE[standing]}>{REPORT_STANDING_LABEL[standing]}</StatusBadge>,
  },
  { header: '支援官', width: '14rem', cell: ({ members }) => members.join('、') },
  { header: '政策分野', width: '10rem', cell: ({ fields }) => fields.join('、') },
  { header: '会議', numeric: true, cell: ({ meetings }) => meetings },
  { header: '訪問', numeric: true, cell: ({ visits }) => visits },
  { header: '後方支援', numeric: true, cell: ({ supports }) => supports },
  { header: 'KPI', numeric: true, cell: ({ kpis }) => kpis.total },
];

export default async function ProgrammePage({ params, searchParams }: PageProps<'/rounds/[id]/report'>) {
  const [{ id }, filters] = await Promise.all([params, searchParams]);
  const asked = ReportKind.safeParse(filters.kind);
  const report = await getProgramme(id, asked.success ? asked.data : 'final');
  const { kind, round, teams, agreed } = report;
  const figures = figuresOf(report).filter((one) => one.rows.length > 0);
  const [of, is] = [filters.of, filters.is].map((value) => [value].flat()[0]);
  const asFor = figures.find(({ heading }) => heading === of)?.rows.find(([label]) => label === is);
  const rows = asFor ? report.rows.filter(asFor[2]) : report.rows;
  const behind = (heading: string, label: string) =>
    `${withParams(`/rounds/${id}/report`, { kind }, { of: heading, is: label })}#teams` as Route;
  const file = (type: string) => `/api/rounds/${id}/report.${type}?kind=${kind}` as Route;
  return (
    <>
      <WithoutScripts />
      <Breadcrumb trail={[{ label: round.name, href: `/rounds/${id}` as Route }]} here="全体報告" />
      <PageHeader
        title="全体報告"
        actions={(['pdf', 'docx', 'xlsx'] as const).map((type) => (
          <LinkButton key={type} href={file(type)} variant="outline">
            {{ pdf: 'PDF', docx: 'Word', xlsx: 'Excel（元の行を含む）' }[type]}
          </LinkButton>
        ))}
      >
        <p>{round.name}</p>
      </PageHeader>
      <Tabs
        label="報告の種類"
        tabs={ReportKind.options.map((one) => ({
          label: REPORT_KIND_LABEL[one],
          href: `/rounds/${id}/report?kind=${one}` as Route,
          current: one === kind,
        }))}
      />
      <p>
        {teams}チームのうち、団体が同意した報告は{agreed}件、同意を得ていない報告は{teams - agreed}件です。
      </p>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {figures.map(({ heading, note, rows: lines }) => (
          <Card key={heading} title={heading}>
            <p className="mb-2 text-dns-14N-130 text-solid-gray-700">{note}</p>
            <Table
              caption={heading}
              columns={[
                { header: '区分', rowHeader: true, cell: ([label]: Figure) => label },
                {
                  header: '数',
                  numeric: true,
                  cell: ([label, count]) =>
                    count === 0 ? (
                      '0'
                    ) : (
                      <Link href={behind(heading, label)}>
                        {count.toLocaleString('ja-JP')}
                        <span className="sr-only">：{label}のチームを見る</span>
                      </Link>
                    ),
                },
              ]}
              rows={lines}
              rowKey={([label]) => label}
              dense
            />
          </Card>
        ))}
      </div>
      <h2 id="teams" className="text-std-20B-150">
        チームの一覧
      </h2>
      {asFor && (
        <p>
          {`「${of}」が「${is}」の${rows.length.toLocaleString('ja-JP')}チームを示しています。`}
          <Link href={`/rounds/${id}/report?kind=${kind}#teams` as Route}>全てのチームを見る</Link>
        </p>
      )}
      <Table caption="チームの一覧" columns={COLUMNS} rows={rows} rowKey={({ id: team }) => team} dense />
    </>
  );
}

import { writeXlsx } from 'hucre/xlsx';
import { REPORT_STANDING_LABEL } from '../contract/programme-reports.js';
import { figuresOf } from '../contract/programme-words.js';
import { ACHIEVEMENT_LABEL, KPI_KIND_LABEL } from '../contract/team-kpis.js';
import { OFFICE_CHANGE_LABEL, OUTCOME_LABEL, PRACTICE_LABEL, REPORT_KIND_LABEL } from '../contract/team-reports.js';
import type { Programme } from './programme.js';

type Cells = (string | number | null)[];

/** The figures and every row they are counted from, one datum in a cell (機械判読ルール, domain.md §8). */
export async function programmeSheet({ report, kpis }: Programme): Promise<Buffer> {
  const { rows } = report;
  const categories = rows.flatMap(({ municipalityCode, municipality, fields, outcomes, practices, changes }) =>
    [
      ...fields.map((field) => ['支援する政策分野', field]),
      ...outcomes.map((one) => ['今後見込まれる成果', OUTCOME_LABEL[one]]),
      ...practices.map((one) => ['政策5本柱の実践', PRACTICE_LABEL[one]]),
      ...changes.map((one) => ['庁内の変化', OFFICE_CHANGE_LABEL[one]]),
    ].map((row) => [municipalityCode, municipality, ...row]),
  );
  const sheets: [name: string, widths: number[], head: string[], body: Cells[]][] = [
    [
      '集計',
      [24, 44, 10, 70],
      ['表', '区分', '数', '注'],
      figuresOf(report).flatMap(({ heading, note, rows: figures }) =>
        figures.map(([label, count]) => [heading, label, count, note]),
      ),
    ],
    [
      'チーム',
      [10, 20, 12, 60, 20, 12, 8, 10, 14],
      ['団体コード', '団体', '報告', '支援官', '報告の状況', '支援官の人数', '会議', '現地訪問', '後方支援の依頼'],
      rows.map(({ municipalityCode, municipality, members, standing, meetings, visits, supports }) => [
        ...[municipalityCode, municipality, REPORT_KIND_LABEL[report.kind], members.join('\n')],
        ...[REPORT_STANDING_LABEL[standing], members.length, meetings, visits, supports],
      ]),
    ],
    ['分類', [10, 20, 24, 44], ['団体コード', '団体', '表', '区分'], categories],
    [
      'KPI',
      [10, 20, 36, 10, 28, 14, 12, 14, 12, 14, 12, 12, 26, 8],
      [
        ...['団体コード', '団体', '指標', '単位', '種類', '基準値', '基準値の年度', '実績値', '実績値の年度'],
        ...['目標値', '目標値の年度', '進捗率（％）', '達成区分', '再掲'],
      ],
      kpis.map(({ team: { municipalityCode, municipality }, kpi }) => [
        ...[municipalityCode, municipality, kpi.name, kpi.unit, KPI_KIND_LABEL[kpi.kind]],
        ...[numeric(kpi.baseline), kpi.baselineYear, numeric(kpi.progress.actual), kpi.progress.actualYear],
        ...[numeric(kpi.target), kpi.targetYear, numeric(kpi.progress.percent)],
        ...[ACHIEVEMENT_LABEL[kpi.progress.achievement], kpi.repeated ? '再掲' : ''],
      ]),
    ],
  ];
  const file = await writeXlsx({
    sheets: sheets.map(([name, widths, head, body]) => ({
      ...{ name, rows: [head, ...body], columns: widths.map((width) => ({ width })), freezePane: { rows: 1 } },
    })),
  });
  return Buffer.from(file);
}

const numeric = (amount: string | null): number | null => (amount === null ? null : Number(amount.replace('－', '-')));

import { tokyoDay } from '../contract/calendar.js';
import type { GroupFigures, SatisfactionFilter, SatisfactionReport, SurveyResponse } from '../contract/satisfaction.js';
import type { SurveyQuestion } from '../contract/surveys.js';
import { type Cell, csv } from '../platform/csv.js';

const HIDDEN = '5件未満などのため表示しない';

/** The figures of a report, one in a row, as they stand on the screen. */
export const reportCsv = (report: SatisfactionReport, filter: SatisfactionFilter): string =>
  figuresCsv(report, conditions(report, filter));

type Figures = Pick<SatisfactionReport, 'n' | 'invited' | 'responseRate' | 'hidden' | 'questions'> & {
  survey: { label: string };
  breakdowns: { label: string; groups: GroupFigures[] }[];
};

/** @param conditions which answers they are of, in words */
export function figuresCsv(report: Figures, conditions: string): string {
  const head = [report.survey.label, conditions];
  const whole = [...head, '全体', '', ''];
  const note = (hidden: boolean) => (hidden ? HIDDEN : '');
  const rows: Cell[][] = [
    [...whole, '回収', '', '', report.n, report.invited, report.responseRate, null, note(report.hidden)],
  ];
  for (const { label, n, mean, shares } of report.questions) {
    rows.push([...whole, label, '', '', n, report.n, null, mean, note(n === null)]);
    for (const { value, label: choice, count, percent } of shares) {
      rows.push([...whole, label, value, choice, count, n, percent, null, '']);
    }
  }
  for (const { label, groups } of report.breakdowns) {
    for (const { key, label: name, n, mean, hidden } of groups) {
      rows.push([
        ...head,
        label,
        key,
        name,
        report.questions[0]?.label ?? '',
        '',
        '',
        n,
        null,
        null,
        mean,
        note(hidden),
      ]);
    }
  }
  return csv(
    [...['調査', '条件', '区分', '区分コード', '区分名', '設問', '選択肢コード', '選択肢'], ...UNITS, '備考'],
    rows,
  );
}

const UNITS = ['件数（件）', '母数（件）', '割合（％）', '平均（点）'];

function conditions({ options }: SatisfactionReport, filter: SatisfactionFilter): string {
  const groups = options.flatMap(({ by, label, groups }) =>
    groups.filter(({ key }) => key === filter[by]).map((group) => `${label}：${group.label}`),
  );
  const from = filter.from ? [`依頼日：${filter.from}から`] : [];
  const to = filter.to ? [`依頼日：${filter.to}まで`] : [];
  return [...groups, ...from, ...to].join('、');
}

/** The single answers, one in a row, from which every figure can be counted again. */
export function responsesCsv(questions: readonly SurveyQuestion[], responses: readonly SurveyResponse[]): string {
  const columns = questions.flatMap(answerColumns);
  const rows = responses.map(({ answeredAt, consultation, municipalityCode, municipalityLabel, answers }) => [
    ...[tokyoDay(answeredAt), consultation?.number ?? '', consultation?.title ?? ''],
    ...[municipalityCode ?? '', municipalityLabel ?? ''],
    ...columns.map(({ id, cell }) => cell(answers.find(({ question }) => question === id))),
  ]);
  return csv(['回答日', '受付番号', '件名', '団体コード', '団体名', ...columns.map(({ name }) => name)], rows);
}

type Given = SurveyResponse['answers'][number] | undefined;

/** Points as numbers; of several choices, each in a column of its own with 1 or 0. */
export function answerColumns(question: SurveyQuestion): { id: string; name: string; cell: (given: Given) => Cell }[] {
  const { id, label } = question;
  switch (question.kind) {
    case 'scale':
      return [{ id, name: `${label}（点）`, cell: (given) => (typeof given?.value === 'number' ? given.value : null) }];
    case 'multi':
      return question.choices.map((choice) => ({
        id,
        name: `${label}：${choice.label}`,
        cell: (given) => (given ? Number([given.value].flat().includes(choice.id)) : null),
      }));
    default:
      return [{ id, name: label, cell: (given) => given?.answer ?? '' }];
  }
}

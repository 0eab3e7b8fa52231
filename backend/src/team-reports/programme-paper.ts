import { formatWarekiTime } from '../contract/calendar.js';
import { REPORT_STANDING_LABEL } from '../contract/programme-reports.js';
import { figuresOf } from '../contract/programme-words.js';
import { REPORT_KIND_LABEL } from '../contract/team-reports.js';
import type { Paper } from './paper.js';
import type { Programme } from './programme.js';

/** The 全体報告 on paper: the figures and the list of teams, those without an agreed report among them. */
export function programmePaper({ report }: Programme, at: Date): Paper {
  const { round, kind, teams, agreed, rows } = report;
  return {
    title: `${round.name}　${REPORT_KIND_LABEL[kind]}（全体）`,
    subtitle: `${formatWarekiTime(at)}現在`,
    note: null,
    facts: [
      { label: 'チーム', value: String(teams) },
      { label: '団体が同意した報告', value: String(agreed) },
      { label: '同意を得ていない報告', value: String(teams - agreed) },
    ],
    parts: [
      ...figuresOf(report).map(({ heading, note, rows: figures }) => ({
        heading,
        blocks: [
          { kind: 'text' as const, text: note },
          {
            kind: 'table' as const,
            head: ['区分', '数'],
            widths: [5, 1],
            rows: figures.map(([label, count]) => [label, count.toLocaleString('ja-JP')]),
          },
        ],
      })),
      {
        heading: 'チームの一覧',
        blocks: [
          {
            kind: 'table',
            head: ['団体', '支援官', '報告', '政策分野', '会議', '訪問', '後方支援'],
            widths: [4, 7, 3, 4, 1.5, 1.5, 2],
            rows: rows.map(({ municipality, members, standing, fields, meetings, visits, supports }) => [
              ...[municipality, members.join('\n'), REPORT_STANDING_LABEL[standing], fields.join('、')],
              ...[meetings, visits, supports].map(String),
            ]),
          },
        ],
      },
    ],
  };
}

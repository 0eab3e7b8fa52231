import { formatWareki, tokyoDay } from '../contract/calendar.js';
import { countWords } from '../contract/kpi-words.js';
import {
  OFFICE_CHANGE_LABEL,
  OUTCOME_LABEL,
  PRACTICE_LABEL,
  REPORT_KIND_LABEL,
  REPORT_STATE_LABEL,
  type ReportDocument,
} from '../contract/team-reports.js';
import { kpiBlock } from './kpi-block.js';
import { type Block, type Paper, text } from './paper.js';
import type { StoredReport } from './stored-report.js';

type Standing = Pick<StoredReport, 'state' | 'agreedAt'>;

/** One report on paper. Before the town agreed, every page says so. */
export function reportPaper(document: ReportDocument, { state, agreedAt }: Standing): Paper {
  const { kind, round, municipality, members, content, kpis, counts } = document;
  const chosen = (labels: readonly string[], words: string): Block[] => [
    labels.length > 0 ? { kind: 'list', items: labels } : { kind: 'text', text: '（選択なし）' },
    ...(words === '' ? [] : [text(words)]),
  ];
  return {
    title: `${municipality}　${REPORT_KIND_LABEL[kind]}`,
    subtitle: round,
    note: agreedAt ? null : '（案）団体の同意を得る前のものです',
    facts: [
      { label: '団体', value: municipality },
      { label: '支援官', value: members.join('\n') },
      { label: '状態', value: REPORT_STATE_LABEL[state] },
      { label: '団体の同意', value: agreedAt ? formatWareki(tokyoDay(agreedAt)) : '－' },
    ],
    parts: [
      { heading: '取組状況', blocks: [text(content.progress)] },
      {
        heading: '今後見込まれる成果',
        blocks: chosen(
          content.outcomes.map((one) => OUTCOME_LABEL[one]),
          content.outcomesText,
        ),
      },
      {
        heading: '政策5本柱の実践',
        blocks: chosen(
          content.practices.map((one) => PRACTICE_LABEL[one]),
          content.practicesText,
        ),
      },
      {
        heading: '庁内の変化',
        blocks: chosen(
          content.changes.map((one) => OFFICE_CHANGE_LABEL[one]),
          content.changesText,
        ),
      },
      {
        heading: 'KPIの進捗',
        blocks: [kpiBlock(kpis), ...(kpis.length > 0 ? [text(countWords(counts).join('、'))] : [])],
      },
      { heading: '残課題', blocks: [text(content.remaining)] },
      { heading: kind === 'final' ? '引継ぎ' : '今後の取組', blocks: [text(content.next)] },
    ],
  };
}

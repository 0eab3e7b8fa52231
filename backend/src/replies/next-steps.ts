import { randomUUID } from 'node:crypto';
import { formatWarekiWeekday } from '../contract/calendar.js';
import type { Passage } from '../contract/replies.js';
import type { KeptMeasure } from '../measures/measure-row.js';
import { quoted } from './reply-words.js';

export const NEXT_STEPS = '今後の進め方';

export const isNextSteps = ({ heading, answerIds, questionRowIds, measure }: Passage): boolean =>
  heading === NEXT_STEPS && answerIds.length + questionRowIds.length === 0 && !measure;

/** What the town does next: it prepares for calls, asks the measures' contacts, and may come back to the desk. */
export const nextSteps = (measures: readonly KeptMeasure[], today: string): Passage => ({
  ...{ id: randomUUID(), heading: NEXT_STEPS, title: '', answerIds: [], questionRowIds: [] },
  text: stepsText(measures, today),
});

/** The same passage for what the draft states by now; what the desk has rewritten stays as it is. */
export const withNextSteps = (
  passages: readonly Passage[],
  { before, after, today }: { before: readonly KeptMeasure[]; after: readonly KeptMeasure[]; today: string },
): Passage[] =>
  passages.map((passage) =>
    isNextSteps(passage) && passage.text === stepsText(before, today)
      ? { ...passage, text: stepsText(after, today) }
      : passage,
  );

const stepsText = (measures: readonly KeptMeasure[], today: string): string =>
  [
    ...measures.flatMap(({ title, apply_until }) =>
      apply_until !== null && apply_until >= today
        ? [
            `・${quoted(title)}を申請する場合は、公募の締切（${formatWarekiWeekday(apply_until)}）に間に合うように準備してください。`,
          ]
        : [],
    ),
    '・申請等に当たっては、要件、金額及び公募の時期を、各施策の問合せ先に事前に確認してください。',
    '・府省庁との打合せを希望する場合及びこの回答に質問がある場合は、受付番号を添えて、この回答の問合せ先に連絡してください。',
  ].join('\n');

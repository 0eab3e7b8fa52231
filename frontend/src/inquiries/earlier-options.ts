import { ANSWER_KIND_LABEL, type EarlierAnswers } from '@musubi/backend/contract/answers';
import { formatWareki, tokyoDay } from '@musubi/backend/contract/calendar';

/** An earlier answer as the form offers it. */
export interface EarlierOption {
  id: string;
  name: string;
  /** When it was given, for which case. */
  source: string;
  question: string;
  points: string;
  words: string;
}

/** What the ministry answered before, for each open question. */
export const earlierOptions = (items: readonly EarlierAnswers[]): Record<string, EarlierOption[]> =>
  Object.fromEntries(
    items.map(({ questionRowId, answers }) => [
      questionRowId,
      answers.map(({ id, kind, measureName, points, number, answeredAt, question, words }) => ({
        id,
        name: measureName || ANSWER_KIND_LABEL[kind],
        source: `${number}への回答（${formatWareki(tokyoDay(answeredAt))}）`,
        question,
        points,
        words: words.join('、'),
      })),
    ]),
  );

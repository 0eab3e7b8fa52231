import { ANSWER_KIND_LABEL, type EarlierAnswer } from '@musubi/backend/contract/answers';
import { formatWareki, tokyoDay } from '@musubi/backend/contract/calendar';
import type { Option } from '@/ui/select';

const WORDS = 40;

/** Earlier answers by name, day and number of the case. */
export const earlierOptions = (answers: readonly EarlierAnswer[]): Option[] =>
  answers.map(({ id, kind, measureName, points, number, answeredAt }) => ({
    value: id,
    label: `${measureName || `${ANSWER_KIND_LABEL[kind]}：${points.slice(0, WORDS)}`}（${formatWareki(tokyoDay(answeredAt))} ${number}）`,
  }));

import { formatWarekiWeekday } from '@musubi/backend/contract/calendar';
import { CALL_STATE_LABEL, EDITION_LABEL } from '@musubi/backend/contract/measures';
import type { ReplyWorkshop } from '@musubi/backend/contract/replies';
import type { Pickable } from './measure-picker';

const FROM = { choice: '採用した施策', basket: '控えの施策' } as const;

/** What is said of each measure that may be taken: where it comes from, its call, and where it stands already. */
export const pickables = ({ candidates, questions }: ReplyWorkshop): Pickable[] =>
  candidates.map(({ id, title, from, edition, sourceRef, call, applyUntil, placedAt, answered, questionRowId }) => {
    const until = applyUntil ? `（${formatWarekiWeekday(applyUntil)}まで）` : '';
    const placed = questions.filter((question) => placedAt.includes(question.id)).map(({ position }) => position);
    const notes = [
      FROM[from],
      `${EDITION_LABEL[edition]} ${sourceRef}`,
      `${CALL_STATE_LABEL[call]}${until}`,
      ...(answered ? ['府省庁回答にあります'] : []),
      ...(placed.length > 0 ? [`質問${placed.join('、')}の文章にあります`] : []),
    ];
    return { id, title, note: notes.join('　'), ended: call === 'ended', questionRowId: questionRowId ?? '' };
  });

import type { EntityManager } from 'typeorm';
import type { Calendar } from '../calendar/calendar.js';
import type { Ask } from '../contract/inquiries.js';
import { invalid } from '../platform/errors.js';
import { mustBeDueDay } from './due-day.js';

interface Fact {
  ministry: boolean;
  division: boolean;
  successor: string | null;
  /** How many of the rows are questions of this case. */
  known: number;
  /** The numbers of questions that already lie with this ministry or division. */
  lying: number[];
}

/** Everything about an ask that only the database knows. @throws DomainError invalid, with fields `asks.0.…` */
export async function checkAsks(
  tx: EntityManager,
  calendar: Calendar,
  consultationId: string,
  asks: readonly Ask[],
): Promise<void> {
  const taken = new Set<string>();
  for (const [index, ask] of asks.entries()) {
    const at = (field: string) => `asks.${index}.${field}`;
    const { ministryId, divisionId, questionRowIds, dueOn } = ask;
    if (dueOn) mustBeDueDay(calendar, dueOn, at('dueOn'));
    const fact = await factOf(tx, consultationId, ask, calendar.today());
    if (!fact.ministry)
      throw invalid({ [at('ministryId')]: 'この府省庁は名簿にありません。一覧から選び直してください' });
    if (!fact.division) {
      const remedy = fact.successor ? `後継の「${fact.successor}」を選んでください` : '一覧から選び直してください';
      throw invalid({ [at('divisionId')]: `この課室は、選んだ府省庁にないか、廃止されています。${remedy}` });
    }
    if (new Set(questionRowIds).size !== questionRowIds.length || fact.known !== questionRowIds.length) {
      throw invalid({ [at('questionRowIds')]: 'この相談にない質問が含まれています。画面を読み込み直してください' });
    }
    const keys = questionRowIds.map((row) => [row, ministryId, divisionId].join(' '));
    if (fact.lying.length > 0 || keys.some((key) => taken.has(key))) {
      const which = fact.lying.length > 0 ? `質問${fact.lying.join('、質問')}は、` : '同じ質問が、';
      throw invalid({
        [at('questionRowIds')]: `${which}同じ照会先に照会済みです。重ねて尋ねるときは、質問を追加してください`,
      });
    }
    for (const key of keys) taken.add(key);
  }
}

async function factOf(tx: EntityManager, consultationId: string, ask: Ask, today: string): Promise<Fact> {
  const [fact] = await tx.query(
    `SELECT EXISTS (SELECT 1 FROM ministries WHERE id = $2 AND ${valid('$5')}) AS ministry,
       $3::text IS NULL OR EXISTS (SELECT 1 FROM divisions WHERE id = $3 AND ministry_id = $2 AND ${valid('$5')}) AS division,
       (SELECT m.name || ' ' || s.name FROM divisions d JOIN divisions s ON s.id = d.succeeded_by
         JOIN ministries m ON m.id = s.ministry_id WHERE d.id = $3) AS successor,
       (SELECT count(*)::int FROM question_rows WHERE consultation_id = $1 AND id = ANY($4)) AS known,
       array(SELECT (SELECT count(*)::int FROM question_rows p
                     WHERE p.consultation_id = q.consultation_id AND p.position <= q.position)
             FROM question_rows q JOIN inquiry_rows r ON r.question_row_id = q.id
             WHERE q.id = ANY($4) AND r.ministry_id = $2 AND r.division_key = coalesce($3, '')
               AND r.state IN ('open', 'answered') ORDER BY q.position) AS lying`,
    [consultationId, ask.ministryId, ask.divisionId, ask.questionRowIds, today],
  );
  return fact;
}

const valid = (today: string) => `valid_from <= ${today} AND (valid_to IS NULL OR valid_to >= ${today})`;

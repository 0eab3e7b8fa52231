import type { EntityManager } from 'typeorm';
import type { Karte } from '../contract/forms.js';
import { writtenRows } from '../forms/inputs.js';

/** The questions as the town wrote them, each once. */
const questionsIn = (karte: Karte): string[] => [
  ...new Set(writtenRows(karte, 'questions').map(({ row }) => String(row.text).trim())),
];

/**
 * Makes the question rows follow the カルテ. Rows that stay keep their id, and with it what was asked about them; what
 * the town took back goes, unless a ministry was asked; rows of the desk's own stay. New rows are held by the desk.
 */
export async function keepQuestions(tx: EntityManager, consultationId: string, karte: Karte): Promise<void> {
  const texts = questionsIn(karte);
  await tx.query(
    `DELETE FROM question_rows q WHERE q.consultation_id = $1 AND q.written_as <> ALL ($2)
       AND NOT EXISTS (SELECT 1 FROM inquiry_rows r WHERE r.question_row_id = q.id)`,
    [consultationId, texts],
  );
  await tx.query(
    `INSERT INTO question_rows (consultation_id, position, text, written_as)
     SELECT $1, row_number() OVER (ORDER BY t.place) + coalesce((SELECT max(position) FROM question_rows
              WHERE consultation_id = $1), 0), t.text, t.text
     FROM unnest($2::text[]) WITH ORDINALITY AS t (text, place)
     WHERE NOT EXISTS (SELECT 1 FROM question_rows q WHERE q.consultation_id = $1 AND q.written_as = t.text)`,
    [consultationId, texts],
  );
}

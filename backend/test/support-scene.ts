import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { AskSupport } from '../src/contract/back-office.js';
import { fold } from '../src/platform/fold.js';

/** What a team asks when it does not matter what. */
export const aSupportForm = (traits: Partial<AskSupport> = {}): AskSupport => ({
  id: randomUUID(),
  kind: 'scheme',
  title: '空き家を宿泊施設にする支援制度',
  background: '町内の空き家12軒を、農泊の宿泊施設に改修したい。',
  questions: ['空き家の改修に使える補助金はあるか。', '農泊の開業で先に相談する窓口はどこか。'],
  wishedOn: null,
  shared: true,
  ...traits,
});

interface Standing {
  state: 'submitted' | 'triaged' | 'closed';
  by: string;
  /** Who of the secretariat took it, and answers. */
  owner: string;
  form?: AskSupport;
  answer?: string;
}

/** A request of a team straight into the tables, as far as it has gone. */
export async function aSupportRequest(
  db: DataSource,
  teamId: string,
  { state, by, owner, form = aSupportForm({ shared: false }), answer = '使えます。' }: Standing,
): Promise<string> {
  const { id, kind, title, background, shared, questions } = form;
  const closed = state === 'closed';
  await db.query(
    `INSERT INTO consultations (id, team_id, municipality_code, state, state_since, fiscal_year, serial, number, karte, title,
       owner_id, submitted_at, replied_at, closed_at, reply_due_on, created_by, updated_by, created_at, updated_at)
     SELECT $1, t.id, t.municipality_code, $3, now(), 2027, s.serial, '後方支援-R9-' || s.serial, '{}', $4, $5, now(),
       CASE WHEN $6 THEN now() END, CASE WHEN $6 THEN now() END, '2030-03-29', $7, $7, now(), now()
     FROM teams t, (SELECT coalesce(max(serial), 0) + 1 AS serial FROM consultations WHERE team_id IS NOT NULL) s WHERE t.id = $2`,
    [id, teamId, state, title, state === 'submitted' ? null : owner, closed, by],
  );
  await db.query(
    `INSERT INTO support_requests (id, team_id, kind, background, shared, answer, answered_by, search_text)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[id, teamId, kind, background, shared, closed ? answer : null, closed ? owner : null],
      fold([title, background, ...questions].join('\n')),
    ],
  );
  await db.query(
    `INSERT INTO question_rows (consultation_id, position, text)
     SELECT $1, position, text FROM unnest($2::text[]) WITH ORDINALITY AS asked (text, position)`,
    [id, questions],
  );
  return id;
}

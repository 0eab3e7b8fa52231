import type { EntityManager } from 'typeorm';
import type { VisitSheet } from '../contract/visits.js';
import { invalid } from '../platform/errors.js';

/** What the shape of a sheet does not say: days of the way lie within the visit, codes and people exist. @throws DomainError invalid */
export async function checkSheet(tx: EntityManager, teamId: string, sheet: VisitSheet): Promise<void> {
  const faults: Record<string, string> = {};
  for (const [index, { on }] of sheet.route.entries()) {
    if (on < sheet.startsOn || on > sheet.endsOn)
      faults[`route.${index}.on`] = '行程の日は、訪問の期間の中にしてください。';
  }
  const [known]: { met: string[]; travel: string[]; members: string[] }[] = await tx.query(
    `SELECT ARRAY(SELECT code FROM visit_categories WHERE kind = 'met') AS met,
            ARRAY(SELECT code FROM visit_categories WHERE kind = 'travel') AS travel,
            ARRAY(SELECT person_id FROM team_members WHERE team_id = $1) AS members`,
    [teamId],
  );
  for (const [index, { category }] of sheet.met.entries()) {
    if (!known?.met.includes(category)) faults[`met.${index}.category`] = '面会者の区分を選び直してください。';
  }
  if (new Set(sheet.met.map(({ category }) => category)).size < sheet.met.length)
    faults.met = '面会者の区分は、一つずつにしてください。';
  if (sheet.travel !== null && !known?.travel.includes(sheet.travel))
    faults.travel = '旅費の区分を選び直してください。';
  if (sheet.people.some((person) => !known?.members.includes(person)))
    faults.people = '訪問する人は、チームの支援官から選んでください。';
  if (Object.keys(faults).length > 0) throw invalid(faults);
}

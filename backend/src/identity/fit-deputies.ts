import type { DataSource, EntityManager } from 'typeorm';

/**
 * Who can do the work of a person in their place: at work, and with every role of theirs for the same organisation.
 * To administer is not handed to a deputy, unless it is all that the person does.
 */
export function fitDeputies(db: DataSource | EntityManager, personId: string): Promise<{ id: string; name: string }[]> {
  return db.query(
    `WITH needed AS (
       SELECT g.* FROM grants g WHERE g.person_id = $1 AND (g.role <> 'admin' OR NOT EXISTS (
         SELECT 1 FROM grants other WHERE other.person_id = $1 AND other.role <> 'admin')))
     SELECT p.id, p.name FROM people p
     WHERE p.id <> $1 AND p.disabled_at IS NULL AND EXISTS (SELECT 1 FROM needed) AND NOT EXISTS (
       SELECT 1 FROM needed n WHERE NOT EXISTS (
         SELECT 1 FROM grants g WHERE g.person_id = p.id AND g.role = n.role
           AND g.municipality_code IS NOT DISTINCT FROM n.municipality_code
           AND g.ministry_id IS NOT DISTINCT FROM n.ministry_id
           AND (g.division_id IS NULL OR g.division_id = n.division_id)))
     ORDER BY p.kana, p.name, p.id`,
    [personId],
  );
}

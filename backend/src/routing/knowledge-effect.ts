import { setImmediate } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { Karte } from '../contract/forms.js';
import { type KnowledgeEffect, TRIED_ON } from '../contract/knowledge.js';
import type { Card } from './card.js';
import { cardOf } from './card-of-karte.js';
import type { Suggester } from './suggester.js';

const FIRST = 3;

interface Row {
  id: string;
  number: string;
  title: string;
  municipality: string;
  karte: Karte;
}

/** What another thesaurus, or other remits, would do to the newest cases: the first three ministries before and after. */
export async function effectOn(
  tx: EntityManager,
  before: Suggester,
  after: Suggester,
  readsCases: boolean,
): Promise<Omit<KnowledgeEffect, 'id' | 'seal'>> {
  const rows: Row[] = await tx.query(
    `SELECT c.id, c.number, c.title, m.name AS municipality,
       coalesce((SELECT s.karte FROM submissions s WHERE s.consultation_id = c.id ORDER BY s.round DESC LIMIT 1), c.karte) AS karte
     FROM (SELECT * FROM consultations WHERE number IS NOT NULL AND team_id IS NULL ORDER BY submitted_at DESC NULLS LAST, id LIMIT $1) c
     JOIN municipalities m ON m.code = c.municipality_code ORDER BY c.submitted_at DESC, c.id`,
    [TRIED_ON],
  );
  const cases: KnowledgeEffect['cases'] = [];
  for (const { id, number, title, municipality, karte } of rows) {
    const card = cardOf(karte, municipality);
    const [left, right] =
      found(before, card) === found(after, card) ? [[], []] : [first(before, card), first(after, card)];
    if (left.join() !== right.join()) {
      cases.push({
        number,
        title: readsCases ? title : null,
        consultationId: readsCases ? id : null,
        before: left,
        after: right,
      });
    }
    // Others are served in between: the ranking of one case takes some hundredths of a second.
    await setImmediate();
  }
  return { examined: rows.length, cases };
}

const found = (suggester: Suggester, card: Card): string => JSON.stringify(suggester.foundIn(card));
const first = (suggester: Suggester, card: Card): string[] =>
  suggester
    .suggest(card)
    .ministries.slice(0, FIRST)
    .map(({ name }) => name);

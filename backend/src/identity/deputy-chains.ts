import type { EntityManager } from 'typeorm';
import { formatWareki } from '../contract/calendar.js';
import { invalid } from '../platform/errors.js';
import { LONGEST_CHAIN } from './deputies.js';

interface Fault {
  names: string[];
  loop: boolean;
  fromOn: string;
  untilOn: string;
}

/**
 * Refuses absences whose deputies, on any day, lead back to somebody already in the chain or over five others. Looks at
 * every chain that the person is part of, whoever's absence it begins with. Call with the table locked and the absence stored.
 * @throws DomainError invalid, naming who and which days
 */
export async function mustEnd(tx: EntityManager, absenceId: string): Promise<void> {
  const [fault]: Fault[] = await tx.query(
    `WITH RECURSIVE line AS (
       SELECT a.deputy_id AS at, ARRAY[a.person_id] AS path, ARRAY[a.id] AS absences, a.from_on, a.until_on, false AS loop
       FROM absences a JOIN absences new ON new.id = $1
       WHERE a.deputy_id IS NOT NULL AND a.from_on <= new.until_on AND a.until_on >= new.from_on
       UNION ALL
       SELECT a.deputy_id, l.path || l.at, l.absences || a.id, greatest(l.from_on, a.from_on),
              least(l.until_on, a.until_on), a.deputy_id = ANY (l.path)
       FROM line l JOIN absences a ON a.person_id = l.at AND a.from_on <= l.until_on AND a.until_on >= l.from_on
       WHERE a.deputy_id IS NOT NULL AND NOT l.loop AND cardinality(l.path) <= ${LONGEST_CHAIN})
     SELECT l.loop, l.from_on::text AS "fromOn", l.until_on::text AS "untilOn",
            (SELECT array_agg(p.name ORDER BY w.place) FROM unnest(l.path || l.at) WITH ORDINALITY w (id, place)
             JOIN people p ON p.id = w.id) AS names
     FROM line l WHERE $1 = ANY (l.absences) AND (l.loop OR cardinality(l.path) > ${LONGEST_CHAIN})
     ORDER BY l.loop DESC, l.absences[1] = $1 DESC, l.from_on, cardinality(l.path) LIMIT 1`,
    [absenceId],
  );
  if (!fault) return;
  const days =
    fault.fromOn === fault.untilOn
      ? formatWareki(fault.fromOn)
      : `${formatWareki(fault.fromOn)}から${formatWareki(fault.untilOn)}まで`;
  const chain = `${days}は、代理の指定が${fault.names.join(' → ')}と続き、`;
  throw invalid({
    deputyId: fault.loop
      ? `${chain}不在の人に戻ってしまいます。代理を別の人にするか、期間を変えてください`
      : `${chain}${LONGEST_CHAIN}人を超えます。代理を別の人にするか、期間を変えてください`,
  });
}

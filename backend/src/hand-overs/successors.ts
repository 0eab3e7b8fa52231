import type { EntityManager } from 'typeorm';
import type { HandOverPerson } from '../contract/hand-overs.js';
import { fitDeputies } from '../identity/fit-deputies.js';
import { invalid } from '../platform/errors.js';
import type { Held } from './person-items.js';

/** Item → successor. @throws DomainError invalid, naming each item that its successor cannot take */
export function successors(
  held: readonly Held[],
  { successorId, choices }: Pick<HandOverPerson, 'successorId' | 'choices'>,
): Map<string, string | null> {
  const to = new Map<string, string | null>();
  const faults: Record<string, string> = {};
  for (const { key, kind, label, fit } of held) {
    const one = choices[key] ?? successorId;
    // A promise to be somebody's deputy ends when the successor cannot keep it: it must not hold up all the rest.
    if (kind === 'deputy' && !fit.includes(one ?? '')) to.set(key, null);
    else if (fit.length === 0)
      faults[`choices.${key}`] = `「${label}」を担当できる人がいません。先に後任を招待してください`;
    else if (!one) faults.successorId = '後任を選んでください';
    else if (!fit.includes(one)) faults[`choices.${key}`] = `「${label}」を担当できる人を選んでください`;
    else to.set(key, one);
  }
  if (Object.keys(faults).length > 0) throw invalid(faults);
  return to;
}

/** @throws DomainError invalid, for who is leaving, or gone */
export async function mustBeSomebodyElse(tx: EntityManager, id: string, successorId: string | null): Promise<void> {
  if (successorId === null) return;
  const [there] = await tx.query('SELECT 1 FROM people WHERE id = $1 AND id <> $2 AND disabled_at IS NULL', [
    successorId,
    id,
  ]);
  if (!there) throw invalid({ successorId: '後任は、利用中のほかの人から選んでください' });
}

/** What comes until the day of leaving goes to one person. @throws DomainError invalid, when they could not take it */
export async function mustTakeWhatComes(
  tx: EntityManager,
  id: string,
  successorId: string | null,
  held: readonly Held[],
): Promise<void> {
  const fit = [...held.flatMap((item) => item.fit), ...(await fitDeputies(tx, id)).map((deputy) => deputy.id)];
  if (!fit.includes(successorId ?? ''))
    throw invalid({ successorId: '停止の日までに増える仕事を担当できる人を、後任に選んでください' });
}

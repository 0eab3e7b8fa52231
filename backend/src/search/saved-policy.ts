import type { Grant } from '../contract/identity.js';
import type { Actor } from '../identity/actor.js';
import { personId } from '../identity/actor.js';
import type { Bind } from '../platform/sql/bind.js';

/** Which of `saved_searches s` a person sees: the own ones, and what is shared in an office of theirs. */
export function readableSaved(actor: Actor, bind: Bind): string {
  const colleague = actor.grants.map((grant) => sameOffice(grant, bind)).join(' OR ') || 'false';
  return `(s.person_id = ${bind(personId(actor))} OR s.shared AND EXISTS (
    SELECT 1 FROM grants g JOIN people p ON p.id = g.person_id
    WHERE g.person_id = s.person_id AND p.disabled_at IS NULL AND (${colleague})))`;
}

/** Whether a grant `g` is of the same office: the desk is one, a ministry with its divisions is one. */
function sameOffice({ role, municipalityCode, ministryId }: Grant, bind: Bind): string {
  switch (role) {
    case 'desk':
    case 'manager':
    case 'secretariat':
      return `g.role IN ('desk', 'manager', 'secretariat')`;
    case 'ministry':
      return `g.role = 'ministry' AND g.ministry_id = ${bind(ministryId)}`;
    case 'municipality':
    case 'approver':
      return `g.role IN ('municipality', 'approver') AND g.municipality_code = ${bind(municipalityCode)}`;
    case 'prefecture':
    case 'officer':
      return `g.role = '${role}' AND g.municipality_code = ${bind(municipalityCode)}`;
    case 'admin':
      return `g.role = 'admin'`;
  }
}

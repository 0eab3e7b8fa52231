import type { Problem } from '@musubi/backend/contract/problem';
import type { SavedNote, VisitNote } from '@musubi/backend/contract/visits';
import type { KeptNote } from './kept-notes';

export type Outcome =
  | { kind: 'saved'; saved: SavedNote }
  /** No line, or a server that cannot just now. */
  | { kind: 'later' }
  | { kind: 'signedOut' }
  | { kind: 'conflict'; stored: VisitNote }
  | { kind: 'refused'; problem: string };

/** Sends a note; the same id again is the same note. */
export async function sendNote({ id, visitId, version, text, shared }: KeptNote): Promise<Outcome> {
  const answer = await fetch(`/api/visits/${visitId}/notes/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version, text, shared }),
  }).catch(() => undefined);
  if (!answer || answer.status >= 500 || answer.status === 429) return { kind: 'later' };
  if (answer.status === 401) return { kind: 'signedOut' };
  if (answer.ok) return { kind: 'saved', saved: (await answer.json()) as SavedNote };
  const { detail, fields, current } = (await answer.json()) as Problem;
  if (answer.status === 409 && current) return { kind: 'conflict', stored: current as VisitNote };
  return { kind: 'refused', problem: fields?.text ?? detail };
}

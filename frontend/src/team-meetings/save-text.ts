import type { Problem } from '@musubi/backend/contract/problem';
import type { Presence, SharedField, SharedText, WrittenText } from '@musubi/backend/contract/team-meetings';

export type Written =
  | ({ kind: 'saved' } & WrittenText)
  | { kind: 'stale'; current: SharedText }
  | { kind: 'refused'; message: string }
  | { kind: 'unreachable' };

const put = (path: string, body: object) =>
  fetch(`/api${path}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Saves one text from the browser, and tells apart what can become of it. Never throws: nothing typed may be lost. */
export async function saveText(id: string, field: SharedField, version: number, body: string): Promise<Written> {
  try {
    const response = await put(`/team-meetings/${id}/texts/${field}`, { version, body });
    if (response.ok) return { kind: 'saved', ...(await response.json()) };
    if (response.status === 401)
      return { kind: 'refused', message: 'サインインの有効期限が切れました。別のタブでサインインしてください。' };
    if (response.status >= 500 || response.status === 429) return { kind: 'unreachable' };
    const problem: Problem = await response.json();
    if (problem.current) return { kind: 'stale', current: problem.current as SharedText };
    return { kind: 'refused', message: problem.fields?.body ?? problem.detail };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** Who else has the 会議 open, and how its texts stand; null while nobody can say. */
export async function askPresence(id: string, field: SharedField | null): Promise<Presence | null> {
  try {
    const response = await put(`/team-meetings/${id}/presence`, { field });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a mailed link is for. A token made for one purpose never opens another. */
export type LinkPurpose = 'invitation' | 'password' | 'survey' | 'consent' | 'teamSurvey';

const mac = (secret: string, purpose: LinkPurpose, id: string) =>
  createHmac('sha256', secret).update(`${purpose}:${id}`).digest('base64url');

/** A name for what belongs to a row, which the database alone can neither make nor lead back. */
export const sealed = (secret: string, id: string): string =>
  createHmac('sha256', secret).update(`sealed:${id}`).digest('base64url');

/** A token that proves the link with this id was made by us; the database alone cannot make one. */
export function signLink(secret: string, purpose: LinkPurpose, id: string): string {
  return `${id}.${mac(secret, purpose, id)}`;
}

/** The id inside a token, or null when it was not made by us for this purpose. */
export function openLink(secret: string, purpose: LinkPurpose, token: string): string | null {
  const [id, sent, ...rest] = token.split('.');
  if (!id || !sent || rest.length > 0) return null;
  const expected = Buffer.from(mac(secret, purpose, id));
  const given = Buffer.from(sent);
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null;
}

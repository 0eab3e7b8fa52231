import type { ReplyContact } from '../contract/replies.js';
import type { Fact } from '../contract/reply-text.js';

export const waysOf = ({ tel, email }: Pick<ReplyContact, 'tel' | 'email'>): string[] =>
  [tel && `電話：${tel}`, email && `メール：${email}`].filter(Boolean);

/** A 問合せ先 as a line of a table. */
export const contactFact = ({ organisation, tel, email }: ReplyContact): Fact => ({
  label: organisation,
  value: waysOf({ tel, email }).join('\n'),
});

/** A name in brackets; brackets of its own become inner ones. */
export const quoted = (name: string): string => `「${name.replaceAll('「', '『').replaceAll('」', '』')}」`;

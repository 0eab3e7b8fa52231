import type { EntityManager } from 'typeorm';
import type { PassageRecord } from '../contract/reply-measures.js';
import { DomainError } from '../platform/errors.js';
import { recordsOf } from './records.js';
import type { ReplyEntity } from './reply.entity.js';
import { quoted } from './reply-words.js';

interface News {
  key: string;
  says: string;
}

/** Of records that passages state: calls that have ended, and versions that are no longer the newest. */
const news = (records: readonly PassageRecord[]): News[] =>
  records.flatMap(({ measureId, title, call, version, current }) => [
    ...(call === 'ended' ? [{ key: `ended ${measureId}`, says: `${quoted(title)}の公募の終了` }] : []),
    ...(version === current
      ? []
      : [{ key: `changed ${measureId} ${current}`, says: `${quoted(title)}の施策の登録の変更` }]),
  ]);

/** What whoever asks for 決裁 has seen and confirmed. */
export const knownOf = async (tx: EntityManager, { passages }: ReplyEntity, today: string): Promise<string[]> => [
  ...new Set(news(await recordsOf(tx, passages, today)).map(({ key }) => key)),
];

/** @throws DomainError invalid, when the catalogue has moved since the request and the approver does not say why it may go out so. */
export async function refuseNews(
  tx: EntityManager,
  { passages, requestKnew }: ReplyEntity,
  { comment, today }: { comment: string; today: string },
): Promise<void> {
  if (comment !== '') return;
  const since = news(await recordsOf(tx, passages, today)).filter(({ key }) => !requestKnew.includes(key));
  if (since.length === 0) return;
  const what = [...new Set(since.map(({ says }) => says))].join('、');
  const message = `決裁の依頼の後に、${what}がありました。このまま送付する理由を入力するか、差し戻してください`;
  throw new DomainError('invalid', 'reply.news', `${message}。`, { fields: { comment: message } });
}

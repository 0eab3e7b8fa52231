import { DomainError } from '../platform/errors.js';

/**
 * Senders make the ids of what they write: sent twice, it is there once. Under the id of anything else it would be dropped
 * without a word. @throws DomainError conflict
 */
export function assertSameEntry(same: boolean | undefined): void {
  if (same) return;
  throw new DomainError(
    'conflict',
    'team.id_taken',
    'この画面からは、別の内容がすでに保存されています。入力した内容を控えてから画面を読み込み直し、保存された内容を確認してください。',
  );
}

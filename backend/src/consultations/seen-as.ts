import { STATE_LABEL } from '../contract/lifecycle.js';
import { DomainError } from '../platform/errors.js';
import type { ConsultationEntity } from './consultation.entity.js';

/** Refuses a step from a screen that shows the case as it no longer is. @throws DomainError conflict */
export function seenAs({ state, stateSince }: ConsultationEntity, since: string | undefined): Record<string, never> {
  if (since !== undefined && Date.parse(since) !== stateSince.getTime()) {
    throw new DomainError(
      'conflict',
      'consultation.moved',
      `ほかの人が先に処理しました。今の状態は「${STATE_LABEL[state]}」です。画面を読み込み直して、最新の状態を確認してください。`,
    );
  }
  return {};
}

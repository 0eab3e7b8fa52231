import { CompleteAnswer, type RowDraft } from '../contract/answers.js';

/** What is missing before a row may leave the ministry: field `rows.<question row>.…` → remedy. */
export function completeRow({ questionRowId, notApplicable, answers }: RowDraft): Record<string, string> {
  const at = `rows.${questionRowId}`;
  if (notApplicable) {
    return notApplicable.reason === '' ? { [`${at}.notApplicable.reason`]: '該当なしの理由を入力してください' } : {};
  }
  if (answers.length === 0) {
    return { [`${at}.answers`]: '回答を一つ以上入力するか、「該当なし」を選んで理由を入力してください' };
  }
  const faults: Record<string, string> = {};
  for (const [index, answer] of answers.entries()) {
    for (const { path, message } of CompleteAnswer.safeParse(answer).error?.issues ?? []) {
      faults[`${at}.answers.${index}.${path.join('.')}`] ??= message;
    }
  }
  return faults;
}

'use server';

import type { Route } from 'next';
import { refresh } from 'next/cache';
import { api } from '@/lib/api';
import type { FormState, Values } from '@/lib/form-state';
import { leadOn } from '@/lib/lead-on';
import { submitForm } from '@/lib/submit-form';
import { sentRows, shownAt, shownOnce, withAnswer, withBlock } from './answer-values';
import { getEarlierAnswers } from './api';

const text = (values: Values, name: string): string => [values[name] ?? ''].flat()[0] ?? '';
const send = (id: string, body: object) => api(`/inquiries/${id}/answer`, { method: 'POST', body });
const save = (id: string, version: string, rows: object[]) =>
  api<{ version: number }>(`/inquiries/${id}/answers`, { method: 'PUT', body: { version: Number(version), rows } });

/**
 * The draft of all open rows. The button says what then: `save`, `add-2` (another block in row 2), `copy-2-<id>` (an earlier
 * answer into row 2), `send` all, `send-2` (row 2 only).
 */
export async function writeAnswers(id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const [intent, row, ...answer] = text(values, 'intent').split('-');
    if (intent === 'add') return { values: withBlock(values, String(row)) };
    if (intent === 'copy') return copyEarlier(id, values, String(row), answer.join('-'));
    const rows = sentRows(values);
    try {
      const { version } = await save(
        id,
        text(values, 'version'),
        rows.map(({ draft }) => draft),
      );
      refresh(); // the page must know the new version, also when sending is refused
      if (intent === 'save') return { done: '下書きを保存しました。提出するまで、照会元には見えません。' };
      const only = row === undefined ? undefined : rows[Number(row)]?.draft.questionRowId;
      await send(id, { version, questionRowIds: only && [only] });
    } catch (error) {
      throw shownAt(rows, error);
    }
    leadOn(`/inquiries/${id}?done=answered` as Route);
  });
}

async function copyEarlier(id: string, values: Values, row: string, answerId: string): Promise<FormState> {
  const offered = (await getEarlierAnswers(id)).items.flatMap(({ answers }) => answers);
  const chosen = offered.find((answer) => answer.id === answerId);
  if (!chosen) return { message: 'この回答は、もう候補にありません。画面を読み込み直してください。', values };
  return {
    values: withAnswer(values, row, chosen),
    done: `${chosen.number}への回答を写しました。出典として記録されます。内容を確かめて直してください。`,
  };
}

/** 該当なし for all open rows, with one reason: saved and sent in one go. */
export async function declineAll(
  id: string,
  version: number,
  questionRowIds: readonly string[],
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(form, async (values) => {
    // Without a reason nothing is saved: saving would replace what is drafted already.
    if (text(values, 'reason').trim() === '') return { message: NO_REASON, fields: { reason: NO_REASON }, values };
    const suggestedMinistryId = text(values, 'suggestedMinistryId') || null;
    const notApplicable = { reason: text(values, 'reason'), suggestedMinistryId };
    const rows = questionRowIds.map((questionRowId) => ({ questionRowId, notApplicable, answers: [] }));
    try {
      const saved = await save(id, String(version), rows);
      refresh();
      await send(id, { version: saved.version });
    } catch (error) {
      throw shownOnce(error);
    }
    leadOn(`/inquiries/${id}?done=answered` as Route);
  });
}

const NO_REASON = '該当なしの理由を入力してください';

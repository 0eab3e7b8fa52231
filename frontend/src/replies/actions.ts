'use server';

import type { Refreshed } from '@musubi/backend/contract/replies';
import type { Route } from 'next';
import { refresh } from 'next/cache';
import { api } from '@/lib/api';
import type { FormState, Values } from '@/lib/form-state';
import { leadOn } from '@/lib/lead-on';
import { submitForm } from '@/lib/submit-form';
import { changed, draftOf, text } from './draft';

const post = <T = void>(id: string, what: string, body?: object) =>
  api<T>(`/consultations/${id}/reply${what}`, { method: 'POST', body });

/** Back to the page, which says what was done: a reload does not send it again. */
const said = (id: string, done: string) => leadOn(`/consultations/${id}/reply?done=${done}` as Route);

/** Begins the reply, or goes on with it when more was asked meanwhile. */
export async function beginReply(id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    const { ended } = await post<Refreshed>(id, '');
    return said(id, ended.length > 0 ? 'draftedWithoutEnded' : 'drafted');
  });
}

/** Every button of the editor saves first: what was typed is never lost. Then comes what the button says. */
export async function editReply(id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const intent = text(values, 'intent');
    const body = { version: Number(text(values, 'version')), ...changed(draftOf(values), intent, values) };
    const { version } = await api<{ version: number }>(`/consultations/${id}/reply`, { method: 'PUT', body });
    refresh(); // the page must know the new version, also when what follows is refused
    if (intent === 'refresh') return { done: told(await post<Refreshed>(id, '/refresh')) };
    if (intent === 'take') return take(id, version, values);
    const [verb, passageId] = intent.split(/-(.*)/);
    if (verb && verb in EDITED) {
      await post(id, '/update-measure', { version, passageId, edited: EDITED[verb as keyof typeof EDITED] });
      return { done: '施策の文章を、今の登録に合わせました。' };
    }
    if (intent === 'request') {
      const [confirmed, reason] = [text(values, 'confirmed') === 'true', text(values, 'reason')];
      await post(id, '/request-approval', { version, confirmed, reason });
      return said(id, 'requested');
    }
    return intent === 'save' ? { done: '回答案を保存しました。' } : {};
  });
}

/** What becomes of words of the desk's own, by the button. */
const EDITED = { renew: 'refuse', replace: 'replace', keep: 'keep' } as const;

async function take(id: string, version: number, values: Values): Promise<FormState> {
  const items = [values.take ?? []]
    .flat()
    .map((measureId) => ({ measureId, questionRowId: text(values, `takeFor.${measureId}`) }));
  if (items.length === 0) return { message: '加える施策を選んでください。', values };
  const endedConfirmed = text(values, 'endedConfirmed') === 'true';
  const { added } = await post<Refreshed>(id, '/take-measures', { version, items, endedConfirmed });
  if (added.length === 0) return { done: '選んだ施策は、すでに同じ質問の文章にあります。' };
  return { done: `施策を回答案に加えました：${named(added)}` };
}

const named = (added: Refreshed['added']): string => added.map(({ title, heading }) => title || heading).join('、');

function told({ added, ended }: Refreshed): string {
  const left = ended.map(({ title }) => `「${title}」`).join('、');
  const note = left && `公募が終了しているため、${left}は加えていません。必要なときは「施策を足す」で加えてください。`;
  if (added.length === 0) return `新しい府省庁回答と施策はありません。${note}`;
  return `回答案に取り込みました：${named(added)}。${note}`;
}

export async function recallApproval(id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    await post(id, '/recall-approval');
    return said(id, 'recalled');
  });
}

export async function sendBackReply(id: string, version: number, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    await post(id, '/send-back', { version, comment: text(values, 'comment') });
    return said(id, 'returned');
  });
}

export async function approveReply(id: string, version: number, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const standInFor = text(values, 'standInFor') || null;
    await post(id, '/approve', { version, comment: text(values, 'comment'), standInFor });
    return said(id, 'approved');
  });
}

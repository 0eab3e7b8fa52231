'use server';

import type { Refreshed } from '@musubi/backend/contract/replies';
import type { Route } from 'next';
import { refresh } from 'next/cache';
import { api } from '@/lib/api';
import type { FormState } from '@/lib/form-state';
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
    await post(id, '');
    return said(id, 'drafted');
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
    if (intent === 'request') {
      await post(id, '/request-approval', { version, confirmed: text(values, 'confirmed') === 'true' });
      return said(id, 'requested');
    }
    return intent === 'save' ? { done: '回答案を保存しました。' } : {};
  });
}

function told({ added }: Refreshed): string {
  if (added.length === 0) return '新しい府省庁回答はありません。';
  return `新しい府省庁回答を取り込みました：${added.map(({ title, heading }) => title || heading).join('、')}`;
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

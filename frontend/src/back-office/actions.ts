'use server';

import type { Route } from 'next';
import { refresh } from 'next/cache';
import { api } from '@/lib/api';
import type { FormState, Values } from '@/lib/form-state';
import { leadOn } from '@/lib/lead-on';
import { submitForm } from '@/lib/submit-form';

const text = (values: Values, name: string): string => [values[name] ?? ''].flat()[0] ?? '';

export async function askSupport(teamId: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const { id, kind = '', title, background, wishedOn, shared } = values;
    const questions = text(values, 'questions')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    const body = { id, kind, title, background, questions, wishedOn: wishedOn || null, shared: shared === 'true' };
    const sent = await api<{ id: string }>(`/teams/${teamId}/support`, { method: 'POST', body });
    leadOn(`/back-office/${sent.id}?done=asked` as Route);
  });
}

/** これで解決した. */
export async function foundHelp(teamId: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ kind, found, ref }) => {
    await api(`/teams/${teamId}/support/finds`, { method: 'POST', body: { kind, found, ref } });
    return { done: '解決したことを記録しました。依頼は送っていません。' };
  });
}

const step = (id: string, action: string, form: FormData, body: (values: Values) => object, done: string) =>
  submitForm(form, async (values) => {
    await api(`/support-requests/${id}/${action}`, { method: 'POST', body: body(values) });
    refresh();
    return { done };
  });

export async function acceptSupport(id: string, _: FormState, form: FormData): Promise<FormState> {
  return step(id, 'accept', form, () => ({}), '受け持ちました。');
}

export async function answerTeam(id: string, _: FormState, form: FormData): Promise<FormState> {
  const body = (values: Values) => ({ text: text(values, 'text'), answerIds: [values.answerIds ?? []].flat() });
  return step(id, 'answer', form, body, '支援チームに回答しました。');
}

export async function withdrawSupport(id: string, _: FormState, form: FormData): Promise<FormState> {
  return step(id, 'withdraw', form, (values) => ({ reason: text(values, 'reason') }), '取り下げました。');
}

export async function rateSupport(id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ score, word }) => {
    await api(`/support-requests/${id}/usefulness`, { method: 'PUT', body: { score, word } });
    refresh();
    return { done: '役立ち度を知らせました。' };
  });
}

export async function setSupport(_: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ toldAfterDays }) => {
    await api('/support-settings', { method: 'PUT', body: { toldAfterDays } });
    refresh();
    return { done: '変更しました。' };
  });
}

'use server';

import { refresh } from 'next/cache';
import { api } from '@/lib/api';
import type { FormState, Values } from '@/lib/form-state';
import { submitForm } from '@/lib/submit-form';

const text = (values: Values, name: string): string => [values[name] ?? ''].flat()[0] ?? '';

/** Sends one step of an inquiry and shows the page as it is then. */
const step = (id: string, action: string, form: FormData, body: (values: Values) => object, done: string) =>
  submitForm(form, async (values) => {
    await api(`/inquiries/${id}/${action}`, { method: 'POST', body: body(values) });
    refresh();
    return { done };
  });

export async function replyBack(id: string, _: FormState, form: FormData): Promise<FormState> {
  return step(id, 'replyBack', form, (values) => ({ text: text(values, 'text') }), '返答しました。');
}

export async function decideExtension(id: string, _: FormState, form: FormData): Promise<FormState> {
  const body = (values: Values) => ({
    granted: text(values, 'granted') === 'true',
    dueOn: text(values, 'dueOn') || undefined,
    comment: text(values, 'comment'),
  });
  return step(id, 'decideExtension', form, body, '延長の申出について決定しました。');
}

export async function changeDue(id: string, _: FormState, form: FormData): Promise<FormState> {
  return step(id, 'changeDue', form, (values) => ({ dueOn: text(values, 'dueOn') }), '期限を変更しました。');
}

export async function cancelInquiry(id: string, _: FormState, form: FormData): Promise<FormState> {
  return step(id, 'cancel', form, (values) => ({ reason: text(values, 'reason') }), '照会を取り消しました。');
}

export async function handOver(id: string, _: FormState, form: FormData): Promise<FormState> {
  const body = (values: Values) => ({ questionRowId: text(values, 'questionRowId') || undefined });
  return step(id, 'handOver', form, body, '照会しました。');
}

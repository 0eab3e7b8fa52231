'use server';

import type { Route } from 'next';
import { refresh } from 'next/cache';
import { api } from '@/lib/api';
import type { FormState, Values } from '@/lib/form-state';
import { leadOn } from '@/lib/lead-on';
import { submitForm } from '@/lib/submit-form';

const text = (values: Values, name: string): string => [values[name] ?? ''].flat()[0] ?? '';

const step = (id: string, action: string, form: FormData, body: (values: Values) => object, done: string) =>
  submitForm(form, async (values) => {
    await api(`/inquiries/${id}/${action}`, { method: 'POST', body: body(values) });
    refresh();
    return { done };
  });

export async function acknowledge(id: string, _: FormState, form: FormData): Promise<FormState> {
  return step(id, 'acknowledge', form, () => ({}), '照会を受け付けました。');
}

export async function requestExtension(id: string, _: FormState, form: FormData): Promise<FormState> {
  const body = (values: Values) => ({ dueOn: text(values, 'dueOn'), reason: text(values, 'reason') });
  return step(id, 'requestExtension', form, body, '期限の延長を申し出ました。');
}

export async function askBack(id: string, _: FormState, form: FormData): Promise<FormState> {
  return step(id, 'askBack', form, (values) => ({ text: text(values, 'text') }), '質問しました。');
}

/** Whoever hands on to a division may not see the inquiry any more, so the way leads to the list. */
export async function handOn(id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    await api(`/inquiries/${id}/handOn`, { method: 'POST', body: { divisionId: text(values, 'divisionId') || null } });
    leadOn('/inquiries?done=handedOn' as Route);
  });
}

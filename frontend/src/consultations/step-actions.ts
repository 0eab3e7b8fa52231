'use server';

import type { ConsultationPage } from '@musubi/backend/contract/consultations';
import type { Route } from 'next';
import { refresh } from 'next/cache';
import { api } from '@/lib/api';
import type { FormState, Values } from '@/lib/form-state';
import { leadOn } from '@/lib/lead-on';
import { submitForm } from '@/lib/submit-form';

const text = (values: Values, name: string): string => ([values[name] ?? ''].flat()[0] ?? '').trim();
const all = (values: Values, name: string): string[] => [values[name] ?? []].flat();

async function take(id: string, action: string, body: object): Promise<never> {
  await api(`/consultations/${id}/${action === 'add' ? 'additions' : action}`, { method: 'POST', body });
  leadOn(`/consultations/${id}?done=${action === 'add' ? 'add' : 'step'}` as Route);
}

/** A step that needs no more than a reason, if any. */
export async function simpleStep(
  id: string,
  action: string,
  since: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(form, (values) => {
    const reason = text(values, 'reason');
    return take(
      id,
      action,
      action === 'add' ? { text: text(values, 'text') } : { since, ...(reason ? { reason } : {}) },
    );
  });
}

export async function returnStep(id: string, since: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, (values) => {
    const rows = Object.keys(values).flatMap((name) => /^items\.(\d+)\.item$/.exec(name)?.[1] ?? []);
    const items = rows
      .map((row) => ({ item: text(values, `items.${row}.item`), reason: text(values, `items.${row}.reason`) }))
      .filter(({ item, reason }) => item !== '' || reason !== '');
    return take(id, 'return', { since, items });
  });
}

export async function triageStep(
  id: string,
  action: 'triage' | 'assign',
  since: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(form, (values) => {
    const note = text(values, 'note');
    return take(id, action, {
      since,
      fieldCodes: all(values, 'fieldCodes'),
      priority: text(values, 'priority'),
      ownerId: text(values, 'ownerId'),
      ...(action === 'triage' ? { ministryIds: all(values, 'ministryIds'), ...(note ? { note } : {}) } : {}),
    });
  });
}

export async function guideStep(id: string, since: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, (values) =>
    take(id, 'guide', { since, reason: text(values, 'reason'), desk: text(values, 'desk') }),
  );
}

/** People know the other case by its number. */
export async function mergeStep(id: string, since: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const number = text(values, 'into');
    const { items } = await api<ConsultationPage>(`/consultations?q=${encodeURIComponent(number)}`);
    const into = items.find((item) => item.number === number);
    if (!into || number === '') {
      const missing = 'この受付番号の相談は見つかりません。「新結合-R8-0001」の形で入力してください';
      return { message: '入力内容に誤りがあります。', fields: { into: missing }, values };
    }
    return take(id, 'merge', { since, into: into.id, reason: text(values, 'reason') });
  });
}

export async function writeNote(id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    await api(`/consultations/${id}/notes`, { method: 'POST', body: { text: text(values, 'text') } });
    refresh();
    return { done: '内部メモを書きました。' };
  });
}

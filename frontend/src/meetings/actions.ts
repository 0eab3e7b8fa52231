'use server';

import { refresh } from 'next/cache';
import { api } from '@/lib/api';
import type { FormState, Values } from '@/lib/form-state';
import { submitForm } from '@/lib/submit-form';

/** How many candidate dates a form offers. */
const CANDIDATES = 3;

const text = (values: Values, name: string): string => [values[name] ?? ''].flat()[0] ?? '';
const all = (values: Values, name: string): string[] => [values[name] ?? []].flat();

/** What a browser's date field gives is Tokyo wall time; an empty one stays out. */
const instant = (local: string): string => (local === '' ? '' : `${local.slice(0, 16)}:00+09:00`);

function candidatesOf(values: Values) {
  return Array.from({ length: CANDIDATES }, (_, i) => ({
    startsAt: instant(text(values, `candidates.${i}.startsAt`)),
    minutes: text(values, 'minutes'),
  })).filter(({ startsAt }) => startsAt !== '');
}

const post = (path: string, body: object, done: string) => async (): Promise<FormState> => {
  await api(path, { method: 'POST', body });
  refresh();
  return { done };
};

export async function wish(consultationId: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, (values) => {
    const body = { method: text(values, 'method'), purpose: text(values, 'purpose'), candidates: candidatesOf(values) };
    return post(`/consultations/${consultationId}/meetings`, body, '打合せの希望を伝えました。')();
  });
}

export async function propose(id: string, version: number, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, (values) =>
    post(`/meetings/${id}/propose`, { version, candidates: candidatesOf(values) }, '候補日を団体に示しました。')(),
  );
}

export async function answerCandidates(id: string, version: number, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, (values) =>
    post(
      `/meetings/${id}/answerCandidates`,
      { version, suits: all(values, 'suits').map(Number) },
      '都合を伝えました。',
    )(),
  );
}

export async function decide(id: string, version: number, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, (values) => {
    const body = {
      version,
      method: text(values, 'method'),
      startsAt: instant(text(values, 'startsAt')),
      minutes: text(values, 'minutes'),
      place: text(values, 'place'),
      ministryIds: all(values, 'ministryIds'),
    };
    return post(`/meetings/${id}/decide`, body, '日時を決め、案内を送りました。')();
  });
}

export async function recordMinutes(id: string, version: number, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, (values) =>
    post(`/meetings/${id}/recordMinutes`, { version, text: text(values, 'text') }, '議事メモを保存しました。')(),
  );
}

export async function cancel(id: string, version: number, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, (values) =>
    post(`/meetings/${id}/cancel`, { version, reason: text(values, 'reason') }, '打合せを取りやめました。')(),
  );
}

export async function addItem(consultationId: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, (values) => {
    const owner = text(values, 'owner');
    const ministry = owner.startsWith('ministry:') ? owner.slice('ministry:'.length) : null;
    const body = {
      text: text(values, 'text'),
      owner: ministry ? 'ministry' : owner,
      ministryId: ministry,
      dueOn: text(values, 'dueOn'),
    };
    return post(`/consultations/${consultationId}/action-items`, body, '宿題を加えました。')();
  });
}

export async function finishItem(id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, () => post(`/action-items/${id}/finish`, {}, '宿題を終えました。')());
}

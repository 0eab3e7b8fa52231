'use server';

import { refresh } from 'next/cache';
import { api } from '@/lib/api';
import type { FormState, Values } from '@/lib/form-state';
import { submitForm } from '@/lib/submit-form';
import { ELEMENTS, PARTNERS } from './rows';

const text = (values: Values, name: string): string => [values[name] ?? ''].flat()[0] ?? '';
const all = (values: Values, name: string): string[] => [values[name] ?? []].flat();
const row = (count: number) => Array.from({ length: count }, (_, i) => i);

/** What stands in the fields; empty rows stay out. */
const wordsOf = (values: Values) => ({
  version: Number(text(values, 'version')),
  title: text(values, 'title'),
  elements: row(ELEMENTS).flatMap((i) => text(values, `elements.${i}`).trim() || []),
  situation: text(values, 'situation'),
  initiative: text(values, 'initiative'),
  partners: row(PARTNERS).flatMap((i) => {
    const partner = { name: text(values, `partners.${i}.name`), role: text(values, `partners.${i}.role`) };
    return partner.name.trim() || partner.role.trim() ? [partner] : [];
  }),
  support: text(values, 'support'),
  results: text(values, 'results'),
});

interface Saved {
  version: number;
}

export async function begin(consultationId: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    await api(`/consultations/${consultationId}/case-sheet`, { method: 'POST' });
    refresh();
    return {};
  });
}

/** The desk saves, and with the other button sends what it saved. */
export async function saveAsDesk(id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const body = {
      ...wordsOf(values),
      pillarCode: text(values, 'pillarCode') || null,
      fieldCodes: all(values, 'fieldCodes'),
      practiceId: text(values, 'practiceId') || null,
    };
    const { version } = await api<Saved>(`/case-sheets/${id}`, { method: 'PUT', body });
    // What was saved is saved, also when sending it is refused: the form goes on from the new version.
    refresh();
    if (text(values, 'intent') === 'ask') await api(`/case-sheets/${id}/ask`, { method: 'POST', body: { version } });
    return { done: text(values, 'intent') === 'ask' ? '団体に送りました。' : '保存しました。' };
  });
}

/** The town saves its words, and with the other button agrees to what it saved. */
export async function saveAsTown(id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const body = { ...wordsOf(values), named: text(values, 'named') === 'true' };
    const { version } = await api<Saved>(`/case-sheets/${id}/words`, { method: 'PUT', body });
    refresh();
    if (text(values, 'intent') === 'agree') {
      await api(`/case-sheets/${id}/agree`, { method: 'POST', body: { version } });
    }
    return { done: text(values, 'intent') === 'agree' ? '公表に同意しました。' : '保存しました。' };
  });
}

/** A step without fields, or with one: a reason, or how the town's word came. */
export async function take(
  id: string,
  version: number,
  action: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(form, async ({ reason, note }) => {
    const said = { ...(reason === undefined ? {} : { reason }), ...(note === undefined ? {} : { note }) };
    await api(`/case-sheets/${id}/${action}`, { method: 'POST', body: { version, ...said } });
    refresh();
    return {};
  });
}

export async function recommend(
  id: string,
  version: number,
  recommended: boolean,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(form, async () => {
    await api(`/case-sheets/${id}/recommend`, { method: 'POST', body: { version, recommended } });
    refresh();
    return {};
  });
}

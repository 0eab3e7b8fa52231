'use server';

import type { Route } from 'next';
import { api } from '@/lib/api';
import type { FormState, Values } from '@/lib/form-state';
import { leadOn } from '@/lib/lead-on';
import { submitForm } from '@/lib/submit-form';

const choicesOf = ({ name, shared, digest }: Values) => ({ name, shared: shared === 'true', digest });

export async function saveSearch(
  question: Record<string, string>,
  back: Route,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(form, async (values) => {
    await api('/saved-searches', { method: 'POST', body: { ...choicesOf(values), question } });
    leadOn(back);
  });
}

export async function changeSaved(id: string, back: Route, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    await api(`/saved-searches/${id}`, { method: 'PUT', body: choicesOf(values) });
    leadOn(back);
  });
}

export async function removeSaved(id: string, back: Route, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    await api(`/saved-searches/${id}`, { method: 'DELETE' });
    leadOn(back);
  });
}

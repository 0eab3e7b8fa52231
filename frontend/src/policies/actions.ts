'use server';

import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState } from '@/lib/form-state';
import { submitForm } from '@/lib/submit-form';

export async function createField(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ sort, ...texts }) => {
    await api('/policy-fields', { method: 'POST', body: { ...texts, sort: Number(sort) } });
    redirect('/admin/fields?done=created');
  });
}

export async function updateField(code: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ sort, version, ...texts }) => {
    const body = { ...texts, sort: Number(sort), version: Number(version) };
    await api(`/policy-fields/${code}`, { method: 'PUT', body });
    redirect('/admin/fields?done=updated');
  });
}

export async function endField(code: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ version }) => {
    await api(`/policy-fields/${code}?version=${version}`, { method: 'DELETE' });
    redirect('/admin/fields?done=ended');
  });
}

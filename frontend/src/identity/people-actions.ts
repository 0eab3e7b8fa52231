'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState, Values } from '@/lib/form-state';
import { submitForm } from '@/lib/submit-form';

/** The rows of the form in which a role is chosen. */
function grantsOf(values: Values) {
  const rows = Object.keys(values).flatMap((name) => /^grants\.(\d+)\.role$/.exec(name)?.[1] ?? []);
  const of = (row: string, field: string) => String(values[`grants.${row}.${field}`] ?? '') || null;
  return rows
    .filter((row) => of(row, 'role'))
    .map((row) => ({
      role: of(row, 'role'),
      municipalityCode: of(row, 'municipalityCode'),
      ministryId: of(row, 'ministryId'),
      divisionId: of(row, 'divisionId'),
    }));
}

export async function invitePerson(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const body = { email: values.email, name: values.name, kana: values.kana, grants: grantsOf(values) };
    const { id } = await api<{ id: string }>('/people', { method: 'POST', body });
    redirect(`/admin/people/${id}?done=created`);
  });
}

export async function updatePerson(id: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const { name, kana, version, disabled } = values;
    const body = { name, kana, version: Number(version), disabled: disabled === 'true', grants: grantsOf(values) };
    await api(`/people/${id}`, { method: 'PUT', body });
    refresh();
    return { done: '変更しました。この人のサインインは、すべて終了しました。' };
  });
}

export async function inviteAgain(id: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    await api(`/people/${id}/invitations`, { method: 'POST' });
    return { done: '招待のメールを送りました。' };
  });
}

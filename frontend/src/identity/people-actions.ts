'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState, Values } from '@/lib/form-state';
import { Refused } from '@/lib/refused';
import { submitForm } from '@/lib/submit-form';

const FIELDS = ['role', 'municipalityCode', 'ministryId', 'divisionId'] as const;

/** Sends the roles that were chosen. Empty rows are left out, so what is wrong with a role is given back to its own row. */
async function withGrants<T>(values: Values, sendThem: (grants: object[]) => Promise<T>): Promise<T> {
  const of = (row: string, field: string) => String(values[`grants.${row}.${field}`] ?? '') || null;
  const rows = Object.keys(values)
    .flatMap((name) => /^grants\.(\d+)\.role$/.exec(name)?.[1] ?? [])
    .filter((row) => of(row, 'role'));
  try {
    return await sendThem(rows.map((row) => Object.fromEntries(FIELDS.map((field) => [field, of(row, field)]))));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const inItsRow = (path: string) => path.replace(/^grants\.(\d+)/, (_, sent) => `grants.${rows[Number(sent)]}`);
    const fields = Object.entries(error.problem.fields ?? {}).map(([path, message]) => [inItsRow(path), message]);
    throw new Refused({ ...error.problem, fields: Object.fromEntries(fields) });
  }
}

export async function invitePerson(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const { email, name, kana } = values;
    const { id } = await withGrants(values, (grants) =>
      api<{ id: string }>('/people', { method: 'POST', body: { email, name, kana, grants } }),
    );
    redirect(`/admin/people/${id}?done=created`);
  });
}

export async function updatePerson(id: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const { name, kana, version, disabled } = values;
    const body = { name, kana, version: Number(version), disabled: disabled === 'true' };
    await withGrants(values, (grants) => api(`/people/${id}`, { method: 'PUT', body: { ...body, grants } }));
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

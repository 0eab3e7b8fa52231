'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState, Values } from '@/lib/form-state';
import { submitForm } from '@/lib/submit-form';

const emptyAsNull = (value: Values[string] | undefined) => value || null;

const ministry = ({ parentId, sort, ...texts }: Values) => ({
  ...texts,
  parentId: emptyAsNull(parentId),
  sort: Number(sort),
});

const division = ({ parentId, mailbox, ...texts }: Values) => ({
  ...texts,
  parentId: emptyAsNull(parentId),
  mailbox: emptyAsNull(mailbox),
});

export async function createMinistry(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const { id } = await api<{ id: string }>('/ministries', { method: 'POST', body: ministry(values) });
    redirect(`/admin/ministries/${id}?done=created`);
  });
}

export async function updateMinistry(id: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ version, ...values }) => {
    await api(`/ministries/${id}`, { method: 'PUT', body: { ...ministry(values), version: Number(version) } });
    refresh();
    return { done: '変更しました。' };
  });
}

export async function createDivision(ministryId: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    await api('/divisions', { method: 'POST', body: { ...division(values), ministryId } });
    redirect(`/admin/ministries/${ministryId}?done=created`);
  });
}

export async function updateDivision(id: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ version, ...values }) => {
    await api(`/divisions/${id}`, { method: 'PUT', body: { ...division(values), version: Number(version) } });
    refresh();
    return { done: '変更しました。' };
  });
}

export async function createContact(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const { ministryId, validFrom } = values;
    const body = { ministryId, validFrom, divisionId: emptyAsNull(values.divisionId), contact: contact(values) };
    await api('/contacts', { method: 'POST', body });
    redirect(`/admin/contacts?ministryId=${ministryId}&done=created`);
  });
}

export async function updateContact(id: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const body = { version: Number(values.version), contact: contact(values) };
    await api(`/contacts/${id}`, { method: 'PUT', body });
    refresh();
    return { done: '変更しました。' };
  });
}

export async function endMinistry(id: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ version }) => {
    await api(`/ministries/${id}?version=${version}`, { method: 'DELETE' });
    redirect('/admin/ministries?done=ended');
  });
}

export async function endDivision(id: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ version }) => {
    await api(`/divisions/${id}?version=${version}`, { method: 'DELETE' });
    redirect(`/admin/divisions/${id}?done=ended`);
  });
}

export async function endContact(id: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ version }) => {
    await api(`/contacts/${id}?version=${version}`, { method: 'DELETE' });
    redirect(`/admin/contacts/${id}?done=ended`);
  });
}

const contact = (values: Values) => ({
  name: values['contact.name'],
  role: values['contact.role'],
  tel: values['contact.tel'],
  email: values['contact.email'],
});

'use server';

import type { Route } from 'next';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState } from '@/lib/form-state';
import { submitForm } from '@/lib/submit-form';
import { sheetOf, text } from './sheet-of';

const page = (teamId: string, id: string) => `/teams/${teamId}/visits/${id}` as Route;

export async function planVisit(teamId: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const body = { id: text(values, 'id'), ...sheetOf(values) };
    const { id } = await api<{ id: string }>(`/teams/${teamId}/visits`, { method: 'POST', body });
    redirect(page(teamId, id));
  });
}

/** Saves, and with the other button says too that the visit took place. */
export async function saveVisit(teamId: string, id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const body = { ...sheetOf(values), version: Number(text(values, 'version')) };
    const { version } = await api<{ version: number }>(`/visits/${id}`, { method: 'PUT', body });
    if (text(values, 'intent') === 'finish') {
      await api(`/visits/${id}/steps/finish`, { method: 'POST', body: { version } });
    }
    redirect(page(teamId, id));
  });
}

export async function cancelVisit(id: string, version: number, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    await api(`/visits/${id}/steps/cancel`, { method: 'POST', body: { version, reason: text(values, 'reason') } });
    refresh();
    return {};
  });
}

/** The words go before the file: they are read first. */
export async function addPhoto(id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const body = new FormData();
    for (const name of ['caption', 'consent', 'agreed']) body.set(name, text(values, name));
    const file = form.get('file');
    if (file instanceof File && file.size > 0) body.set('file', file, file.name);
    await api(`/visits/${id}/photos`, { method: 'POST', body });
    refresh();
    return { done: '写真を加えました。' };
  });
}

export async function removePhoto(id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    await api(`/visit-photos/${id}`, { method: 'DELETE' });
    refresh();
    return {};
  });
}

'use server';

import type { Route } from 'next';
import { refresh } from 'next/cache';
import { api } from '@/lib/api';
import type { FormState, Values } from '@/lib/form-state';
import { leadOn } from '@/lib/lead-on';
import { submitForm } from '@/lib/submit-form';
import { attach } from './attach';
import { fault } from './fault';

const text = (values: Values, name: string): string | undefined => [values[name] ?? []].flat()[0] || undefined;

/** Begins a カルテ in one of the three ways, and opens it. */
export async function begin(_: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const body = {
      municipalityCode: text(values, 'municipalityCode'),
      practiceId: text(values, 'practiceId'),
      cloneOf: text(values, 'cloneOf'),
      proxyChannel: text(values, 'proxyChannel'),
    };
    const { id } = await api<{ id: string }>('/consultations', { method: 'POST', body });
    leadOn(`/consultations/${id}/edit` as Route);
  });
}

export async function requestReview(id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    await api(`/consultations/${id}/requestReview`, { method: 'POST', body: {} });
    leadOn(`/consultations/${id}` as Route);
  });
}

export async function sendBackToAuthor(id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const body = { reason: text(values, 'reason') ?? '' };
    await api(`/consultations/${id}/sendBackToAuthor`, { method: 'POST', body });
    leadOn(`/consultations/${id}` as Route);
  });
}

/** `version` is the one that was read on the page: what changed since is refused. */
export async function submit(id: string, version: number, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const body = { version, confirmWarnings: text(values, 'confirmWarnings') === 'true' };
    await api(`/consultations/${id}/submit`, { method: 'POST', body });
    leadOn(`/consultations/${id}` as Route);
  });
}

/** 資料 that the town adds after submitting. */
export async function attachFiles(id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    const files = form.getAll('files');
    if (!files.some((file) => typeof file !== 'string' && file.size > 0))
      throw fault('file', '添付するファイルを選んでください。');
    await attach(id, files);
    refresh();
    return { done: '添付しました。' };
  });
}

'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState, Values } from '@/lib/form-state';
import { submitForm } from '@/lib/submit-form';

const text = (values: Values, name: string): string => [values[name] ?? ''].flat()[0] ?? '';
const page = (id: string) => `/applications/${id}?done=updated` as Route;

export async function beginApplication(
  roundId: string,
  kind: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(form, async (values) => {
    const municipalityCode = text(values, 'municipalityCode') || undefined;
    const body = { roundId, kind, municipalityCode };
    const { id } = await api<{ id: string }>('/applications', { method: 'POST', body });
    redirect(`/applications/${id}/edit` as Route);
  });
}

export async function askReview(id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    await api(`/applications/${id}/requestReview`, { method: 'POST', body: {} });
    redirect(page(id));
  });
}

/** `version` is the one that was read on the page: what changed since is refused. */
export async function submitApplication(id: string, version: number, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    await api(`/applications/${id}/submit`, { method: 'POST', body: { version } });
    redirect(page(id));
  });
}

export async function withdrawApplication(id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    await api(`/applications/${id}/withdraw`, { method: 'POST', body: { reason: text(values, 'reason') } });
    redirect(page(id));
  });
}

export async function askConsent(id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const body = { superior: text(values, 'superior'), address: text(values, 'address') };
    await api(`/applications/${id}/consent`, { method: 'POST', body });
    redirect(page(id));
  });
}

const AGREED: Record<string, boolean> = { yes: true, no: false };

export async function answerConsent(token: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const body = { agreed: AGREED[text(values, 'agreed')], reason: text(values, 'reason') };
    await api(`/consents/${encodeURIComponent(token)}`, { method: 'POST', body });
    redirect(`/consent/${token}` as Route);
  });
}

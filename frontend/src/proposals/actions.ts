'use server';

import type { ProposalChange } from '@musubi/backend/contract/proposals';
import type { Route } from 'next';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState, Values } from '@/lib/form-state';
import { submitForm } from '@/lib/submit-form';

interface Created {
  id: string;
}

const shown = (id: string) => `/proposals/${id}` as Route;

const WEIGHT = 'weights.';

function asked({ name, note, fair, seconds, minimum, maximum, ...points }: Values) {
  const given = Object.entries(points).filter(([key]) => key.startsWith(WEIGHT));
  const weights = Object.fromEntries(given.map(([key, value]) => [key.slice(WEIGHT.length), value]));
  return { name, note, fair: fair === 'true', seconds, weights, teamSize: { minimum, maximum } };
}

export async function ask(roundId: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const { id } = await api<Created>(`/rounds/${roundId}/proposals`, { method: 'POST', body: asked(values) });
    redirect(shown(id));
  });
}

export async function askAgain(id: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const made = await api<Created>(`/proposals/${id}/again`, { method: 'POST', body: asked(values) });
    redirect(shown(made.id));
  });
}

export async function repair(id: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ name, reason, officers, moves }) => {
    const body = { name, reason, moves, officers: [officers ?? []].flat().filter(Boolean) };
    const made = await api<Created>(`/proposals/${id}/repair`, { method: 'POST', body });
    redirect(shown(made.id));
  });
}

export async function stop(id: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    await api(`/proposals/${id}/stop`, { method: 'POST' });
    refresh();
    return { done: '計算を止めるよう頼みました。' };
  });
}

export async function change(
  id: string,
  one: ProposalChange,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(form, async ({ version, reason }) => {
    await api(`/proposals/${id}/changes`, { method: 'POST', body: { version, reason, change: one } });
    redirect(`${shown(id)}?done=updated` as Route);
  });
}

export async function approve(
  { id, roundId, version }: { id: string; roundId: string; version: number },
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(form, async ({ reason }) => {
    await api(`/proposals/${id}/approve`, { method: 'POST', body: { version, reason } });
    redirect(`/rounds/${roundId}/appointment?done=updated` as Route);
  });
}

export async function editLetter(roundId: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ subject, sender, issuedOn, body }) => {
    await api(`/rounds/${roundId}/appointment/letter`, { method: 'PUT', body: { subject, sender, issuedOn, body } });
    redirect(`/rounds/${roundId}/appointment?done=updated` as Route);
  });
}

export async function publish(roundId: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ withNames }) => {
    const body = withNames ? { withNames: withNames === 'true' } : {};
    await api(`/rounds/${roundId}/appointment/publish`, { method: 'POST', body });
    redirect(`/rounds/${roundId}/appointment?done=updated` as Route);
  });
}

'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState } from '@/lib/form-state';
import { submitForm } from '@/lib/submit-form';

export async function wishContinuation(teamId: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ years, note, again }) => {
    const body = { years: years || undefined, note, again: [again ?? []].flat() };
    await api(`/teams/${teamId}/continuation`, { method: 'PUT', body });
    redirect(`/teams/${teamId}/continuation?done=updated` as Route);
  });
}

export async function decideContinuation(teamId: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ outcome, reason, roundId }) => {
    const body = { outcome, reason, roundId: outcome === 'carried' && roundId ? roundId : undefined };
    await api(`/teams/${teamId}/continuation/decision`, { method: 'POST', body });
    redirect(`/teams/${teamId}/continuation?done=updated` as Route);
  });
}

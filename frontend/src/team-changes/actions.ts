'use server';

import type { Route } from 'next';
import { api } from '@/lib/api';
import type { FormState } from '@/lib/form-state';
import { leadOn } from '@/lib/lead-on';
import { submitForm } from '@/lib/submit-form';

export async function leave(teamId: string, memberId: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ leftOn, reason, handOver, successor = '' }) => {
    await api(`/team-members/${memberId}/leave`, { method: 'POST', body: { leftOn, reason, handOver, successor } });
    leadOn(`/teams/${teamId}` as Route);
  });
}

export async function join(teamId: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ applicationId, sameMinistry }) => {
    const body = { applicationId, sameMinistry: sameMinistry === 'true' };
    await api(`/teams/${teamId}/members`, { method: 'POST', body });
    leadOn(`/teams/${teamId}/members` as Route);
  });
}

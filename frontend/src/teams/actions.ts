'use server';

import type { Route } from 'next';
import { api } from '@/lib/api';
import type { FormState } from '@/lib/form-state';
import { leadOn } from '@/lib/lead-on';
import { submitForm } from '@/lib/submit-form';

export async function introduce(teamId: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ version, introduction }) => {
    await api(`/teams/${teamId}/introduction`, { method: 'PUT', body: { version: Number(version), introduction } });
    leadOn(`/teams/${teamId}` as Route);
  });
}

export async function writeTheme(teamId: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ version, fields = [], theme, goal, plan, shared }) => {
    const body = { version: Number(version), fields: [fields].flat(), theme, goal, plan, shared: shared === 'true' };
    await api(`/teams/${teamId}/theme`, { method: 'PUT', body });
    leadOn(`/teams/${teamId}/theme` as Route);
  });
}

export async function post(teamId: string, id: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ body }) => {
    await api(`/teams/${teamId}/posts`, { method: 'POST', body: { id, body } });
    leadOn(`/teams/${teamId}/talk` as Route);
  });
}

export async function withdrawPost(teamId: string, id: string, _previous: FormState, form: FormData) {
  return submitForm(form, async () => {
    await api(`/team-posts/${id}/withdraw`, { method: 'POST' });
    leadOn(`/teams/${teamId}/talk` as Route);
  });
}

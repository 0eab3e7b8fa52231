'use server';

import type { CalendarFeed } from '@musubi/backend/contract/team-calendar';
import type { Route } from 'next';
import { api } from '@/lib/api';
import type { FormState } from '@/lib/form-state';
import { leadOn } from '@/lib/lead-on';
import { submitForm } from '@/lib/submit-form';

/** The address comes back once, with the answer, and stands nowhere else. */
export async function makeFeed(teamId: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    const feed = await api<CalendarFeed>(`/teams/${teamId}/calendar-feed`, { method: 'POST' });
    return { done: 'アドレスを作りました。', preview: feed };
  });
}

export async function endFeed(teamId: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    await api(`/teams/${teamId}/calendar-feed`, { method: 'DELETE' });
    leadOn(`/teams/${teamId}/calendar` as Route);
  });
}

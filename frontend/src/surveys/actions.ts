'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState } from '@/lib/form-state';
import { submitForm } from '@/lib/submit-form';
import { answersOf } from './answers-of';
import { answerSurvey } from './api';

export async function answer(token: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    await answerSurvey(token, answersOf(values));
    redirect(`/survey/${token}/thanks`);
  });
}

export async function takeFollowUp(id: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    await api(`/satisfaction/follow-ups/${id}/take`, { method: 'POST' });
    refresh();
    return { done: '引き受けました。' };
  });
}

export async function closeFollowUp(id: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ note }) => {
    await api(`/satisfaction/follow-ups/${id}/close`, { method: 'POST', body: { note } });
    redirect('/satisfaction/follow-ups?done=updated');
  });
}

'use server';

import type { Occasion, TeamSurveyKind } from '@musubi/backend/contract/team-surveys';
import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState } from '@/lib/form-state';
import { submitForm } from '@/lib/submit-form';
import { answersOf } from './answers-of';
import { teamSheetPath } from './team-api';

/** Two buttons: the draft is kept, or the answer is handed in. */
export async function answerTeamSurvey(token: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const keeps = values.intent === 'keep';
    const body = { answers: answersOf(values), quotable: values.quotable === 'true' };
    await api(teamSheetPath(token), { method: keeps ? 'PUT' : 'POST', body });
    redirect(`/team-survey/${token}?done=${keeps ? 'kept' : 'answered'}` as Route);
  });
}

export async function planTeamSurvey(
  roundId: string,
  slot: { survey: TeamSurveyKind; occasion: Occasion },
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(form, async ({ opensOn, closesOn }) => {
    await api(`/rounds/${roundId}/team-surveys`, { method: 'PUT', body: { ...slot, opensOn, closesOn } });
    redirect(`/rounds/${roundId}/surveys?done=updated` as Route);
  });
}

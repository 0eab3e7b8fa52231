'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState, Values } from '@/lib/form-state';
import { submitForm } from '@/lib/submit-form';

const text = (values: Values, name: string): string => [values[name] ?? ''].flat()[0] ?? '';
const page = (roundId: string) => `/rounds/${roundId}/selection?done=updated` as Route;

export async function assignReviewers(roundId: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const reviewerIds = [values.reviewerIds ?? []].flat();
    await api(`/rounds/${roundId}/reviewers`, { method: 'POST', body: { reviewerIds } });
    redirect(page(roundId));
  });
}

const OUTCOME = 'outcome.';

/** Whatever was chosen in the table, with one reason for all. */
export async function decide(roundId: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const items = Object.entries(values).flatMap(([name, outcome]) =>
      name.startsWith(OUTCOME) && outcome !== ''
        ? [{ applicationId: name.slice(OUTCOME.length), outcome, reason: text(values, 'reason') }]
        : [],
    );
    await api(`/rounds/${roundId}/decisions`, { method: 'POST', body: { items } });
    redirect(page(roundId));
  });
}

export async function moveUp(roundId: string, id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    await api(`/applications/${id}/moveUp`, { method: 'POST', body: { reason: text(values, 'reason') } });
    redirect(page(roundId));
  });
}

export async function reconsider(roundId: string, id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    await api(`/applications/${id}/reconsider`, { method: 'POST', body: { reason: text(values, 'reason') } });
    redirect(page(roundId));
  });
}

export async function issueLetters(roundId: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    await api(`/rounds/${roundId}/letters`, { method: 'POST', body: {} });
    redirect(page(roundId));
  });
}

const SCORE = 'scores.';

export async function saveReview(id: string, version: number, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const given = Object.entries(values).filter(([name, value]) => name.startsWith(SCORE) && value !== '');
    const scores = Object.fromEntries(given.map(([name, value]) => [name.slice(SCORE.length), Number(value)]));
    const body = { version, scores, comment: text(values, 'comment'), handIn: text(values, 'intent') === 'handIn' };
    await api(`/applications/${id}/review`, { method: 'PUT', body });
    redirect(`/applications/${id}/review?done=updated` as Route);
  });
}

'use server';

import type { HandedOver } from '@musubi/backend/contract/hand-overs';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { withParams } from '@/lib/address';
import { api } from '@/lib/api';
import type { FormState, Values } from '@/lib/form-state';
import { submitForm } from '@/lib/submit-form';

export async function handOverPerson(id: string, _previous: FormState, form: FormData): Promise<FormState> {
  const state = await submitForm(form, async (values) => {
    const seen = listOf(values.seen);
    const { handOverId, successorId, reason, leave, leavesOn } = values;
    const body = { handOverId, successorId: successorId || null, choices: choicesOf(values, seen), seen, reason };
    const leaving = { leave: leave || 'stay', leavesOn: (leave === 'later' && leavesOn) || null };
    const done = await api<HandedOver>(`/hand-overs/people/${id}`, { method: 'POST', body: { ...body, ...leaving } });
    redirect(withParams(`/hand-overs/people/${id}`, {}, { ...done, leave: String(leave ?? '') }));
  });
  // What came meanwhile is to be seen beside the refusal.
  if (state.message) refresh();
  return state;
}

/** Calls off the day on which the account was to stop. */
export async function keepPerson(id: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    await api(`/hand-overs/people/${id}/stay`, { method: 'POST' });
    redirect(withParams(`/hand-overs/people/${id}`, {}, { done: 'stay' }));
  });
}

export async function handOverDivision(id: string, _previous: FormState, form: FormData): Promise<FormState> {
  const state = await submitForm(form, async (values) => {
    const seen = listOf(values.seen);
    const moving = listOf(values.moving);
    const { handOverId, successorId, reason, end } = values;
    const body = { handOverId, successorId, left: seen.filter((key) => !moving.includes(key)), seen, reason };
    const path = `/hand-overs/divisions/${encodeURIComponent(id)}`;
    const done = await api<HandedOver>(path, { method: 'POST', body: { ...body, end: end === 'true' } });
    redirect(withParams(path, {}, { moved: done.moved, end: String(end ?? '') }));
  });
  if (state.message) refresh();
  return state;
}

const listOf = (value: Values[string] | undefined): string[] => (value === undefined ? [] : [value].flat());

/** Item → successor, where it differs: its own choice before that of its kind. */
function choicesOf(values: Values, seen: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    seen.flatMap((key) => {
      const one = values[`choices.${key}`] || values[`group.${key.split(':')[0]}`];
      return one ? [[key, String(one)]] : [];
    }),
  );
}

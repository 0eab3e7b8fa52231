'use server';

import type { PromiseAction } from '@musubi/backend/contract/team-meetings';
import type { Route } from 'next';
import { refresh } from 'next/cache';
import { api } from '@/lib/api';
import type { FormState } from '@/lib/form-state';
import { leadOn } from '@/lib/lead-on';
import { submitForm } from '@/lib/submit-form';
import { atTheirRows, bodiesOf, promisesOf, sharingOf, textsOf, whenOf } from './entry-values';

const pageOf = (teamId: string, id: string) => `/teams/${teamId}/meetings/${id}` as Route;

export async function plan(teamId: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const body = { ...whenOf(values), agenda: values.agenda };
    const { id } = await api<{ id: string }>(`/teams/${teamId}/meetings`, { method: 'POST', body });
    leadOn(pageOf(teamId, id));
  });
}

export async function move(teamId: string, id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const body = { version: Number(values.version), ...whenOf(values) };
    await api(`/team-meetings/${id}/plan`, { method: 'PUT', body });
    leadOn(pageOf(teamId, id));
  });
}

export async function cancel(teamId: string, id: string, version: number, _: FormState, form: FormData) {
  return submitForm(form, async ({ reason }) => {
    await api(`/team-meetings/${id}/cancel`, { method: 'POST', body: { version, reason } });
    leadOn(pageOf(teamId, id));
  });
}

/** Saves what stands in the fields; from the day of the 会議 on as its record, with the promises. */
export async function saveEntry(
  id: string,
  records: boolean,
  ids: readonly string[],
  _: FormState,
  form: FormData,
): Promise<FormState> {
  let rows: ReturnType<typeof promisesOf> = [];
  const state = await submitForm(form, async (values) => {
    const texts = textsOf(values);
    if (records) {
      rows = promisesOf(values, ids);
      const promises = rows.map(({ promise }) => promise);
      await api(`/team-meetings/${id}/record`, {
        method: 'POST',
        body: { texts, promises, shared: sharingOf(values) },
      });
    } else {
      for (const [field, text] of Object.entries(texts)) {
        await api(`/team-meetings/${id}/texts/${field}`, { method: 'PUT', body: text });
      }
    }
    refresh();
    return { done: records ? '会議の記録を保存しました。' : '保存しました。' };
  });
  return atTheirRows(state, rows);
}

export async function addHeld(
  teamId: string,
  ids: readonly string[],
  _: FormState,
  form: FormData,
): Promise<FormState> {
  let rows: ReturnType<typeof promisesOf> = [];
  const state = await submitForm(form, async (values) => {
    rows = promisesOf(values, ids);
    const promises = rows.map(({ promise }) => promise);
    const body = { ...whenOf(values), texts: bodiesOf(values), promises, shared: sharingOf(values) };
    const { id } = await api<{ id: string }>(`/teams/${teamId}/meetings/held`, { method: 'POST', body });
    leadOn(pageOf(teamId, id));
  });
  return atTheirRows(state, rows);
}

export async function addPromise(teamId: string, id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ text, owner, dueOn }) => {
    await api(`/teams/${teamId}/promises`, { method: 'POST', body: { id, text, owner, dueOn } });
    leadOn(`/teams/${teamId}` as Route);
  });
}

export async function settlePromise(
  id: string,
  step: PromiseAction,
  home: Route,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(form, async () => {
    await api(`/promises/${id}/${step}`, { method: 'POST' });
    leadOn(home);
  });
}

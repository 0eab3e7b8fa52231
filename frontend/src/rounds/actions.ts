'use server';

import type { CallKind, Round, RoundStepAction } from '@musubi/backend/contract/rounds';
import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState, Values } from '@/lib/form-state';
import { submitForm } from '@/lib/submit-form';

const text = (values: Values, name: string): string => [values[name] ?? ''].flat()[0] ?? '';
const list = (values: Values, name: string): string[] => [values[name] ?? []].flat();

export async function createRound(_: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const { id } = await api<{ id: string }>('/rounds', {
      method: 'POST',
      body: { fiscalYear: text(values, 'fiscalYear') },
    });
    redirect(`/rounds/${id}` as Route);
  });
}

export async function stepRound(id: string, action: RoundStepAction, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    await api(`/rounds/${id}/steps/${action}`, { method: 'POST', body: { reason: text(values, 'reason') } });
    redirect(`/rounds/${id}?done=updated` as Route);
  });
}

/** What a field for day and minute gives, as an instant of Tokyo. */
const instant = (minute: string): string => `${minute.slice(0, 16)}:00+09:00`;

/** `stored` is the round that the page showed: what the form does not bear stays. */
export async function saveRound(stored: Round, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const call = (kind: CallKind) => ({
      kind,
      opensAt: instant(text(values, `${kind}.opensAt`)),
      closesAt: instant(text(values, `${kind}.closesAt`)),
      formVersion: text(values, `${kind}.formVersion`),
    });
    const inside = stored.inside;
    const weights = Object.fromEntries(
      Object.keys(inside?.weights ?? {}).map((key) => [key, text(values, `weights.${key}`)]),
    );
    const criteria = (inside?.criteria ?? []).map((one, at) => ({
      ...one,
      label: text(values, `criteria.${at}.label`),
      weight: text(values, `criteria.${at}.weight`),
      most: text(values, `criteria.${at}.most`),
    }));
    const days = list(values, 'on');
    const calendar = stored.calendar.map((entry, at) => ({ ...entry, on: days[at] ?? entry.on }));
    const body = {
      version: Number(text(values, 'version')),
      ...{
        name: text(values, 'name'),
        places: text(values, 'places'),
        populationLimit: text(values, 'populationLimit'),
      },
      ...{ reviewers: text(values, 'reviewers'), teamSize: text(values, 'teamSize') },
      skillYears: [text(values, 'skillYears.0'), text(values, 'skillYears.1')],
      ...{ weights, criteria, calendar, calls: [call('town'), call('officer')] },
    };
    await api(`/rounds/${stored.id}`, { method: 'PUT', body });
    redirect(`/rounds/${stored.id}?done=updated` as Route);
  });
}

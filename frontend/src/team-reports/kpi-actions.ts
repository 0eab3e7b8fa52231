'use server';

import { typedAmount, typedNumber } from '@musubi/backend/contract/typed-number';
import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState, Values } from '@/lib/form-state';
import { submitForm } from '@/lib/submit-form';
import { ACTUALS } from './rows';

const text = (values: Values, name: string): string => [values[name] ?? ''].flat()[0] ?? '';

/** What stands in the fields; a row without figure, month and year stays out. */
function contentOf(values: Values) {
  const actuals = Array.from({ length: ACTUALS }, (_, at) => ({
    year: typedNumber(text(values, `actuals.${at}.year`)),
    value: typedAmount(text(values, `actuals.${at}.value`)),
    expectedIn: text(values, `actuals.${at}.expectedIn`).trim() || null,
  })).filter(({ year, value, expectedIn }) => year !== null || value !== null || expectedIn !== null);
  return {
    ...{ name: text(values, 'name'), unit: text(values, 'unit'), kind: text(values, 'kind') },
    ...{ baseline: typedAmount(text(values, 'baseline')), baselineYear: typedNumber(text(values, 'baselineYear')) },
    ...{ target: typedAmount(text(values, 'target')), targetYear: typedNumber(text(values, 'targetYear')) },
    ...{ actuals, repeated: text(values, 'repeated') === 'true', note: text(values, 'note') },
  };
}

export async function addKpi(teamId: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    await api(`/teams/${teamId}/kpis`, { method: 'POST', body: contentOf(values) });
    redirect(`/teams/${teamId}/kpis?done=created` as Route);
  });
}

export async function saveKpi(teamId: string, id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const body = { ...contentOf(values), version: Number(text(values, 'version')) };
    await api(`/team-kpis/${id}`, { method: 'PUT', body });
    redirect(`/teams/${teamId}/kpis?done=updated` as Route);
  });
}

export async function removeKpi(
  teamId: string,
  id: string,
  version: number,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(form, async () => {
    await api(`/team-kpis/${id}/remove`, { method: 'POST', body: { version } });
    redirect(`/teams/${teamId}/kpis?done=ended` as Route);
  });
}

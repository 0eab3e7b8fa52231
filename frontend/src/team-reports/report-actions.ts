'use server';

import type { ReportAction } from '@musubi/backend/contract/team-reports';
import type { Route } from 'next';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState, Values } from '@/lib/form-state';
import { submitForm } from '@/lib/submit-form';

const text = (values: Values, name: string): string => [values[name] ?? ''].flat()[0] ?? '';
const all = (values: Values, name: string): string[] => [values[name] ?? []].flat();
const TEXTS = ['progress', 'outcomesText', 'practicesText', 'changesText', 'remaining', 'next'];
const CHOICES = ['outcomes', 'practices', 'changes'];

const contentOf = (values: Values) => ({
  ...Object.fromEntries(TEXTS.map((name) => [name, text(values, name)])),
  ...Object.fromEntries(CHOICES.map((name) => [name, all(values, name)])),
});

export async function beginReport(teamId: string, kind: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    await api(`/teams/${teamId}/reports`, { method: 'POST', body: { kind } });
    redirect(`/teams/${teamId}/reports/${kind}` as Route);
  });
}

/** Saves, and with the other buttons goes on with what it saved: asks the town, or reads the entries again. */
export async function saveReport(
  { id, home }: { id: string; home: string },
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(form, async (values) => {
    const body = { ...contentOf(values), version: Number(text(values, 'version')) };
    const { version } = await api<{ version: number }>(`/team-reports/${id}`, { method: 'PUT', body });
    // What was saved is saved, also when the next step is refused: the form goes on from the new version.
    refresh();
    const intent = text(values, 'intent');
    if (intent === 'refill') {
      const append = all(values, 'append');
      await api(`/team-reports/${id}/refill`, { method: 'POST', body: { version, append } });
      redirect(`${home}?done=updated` as Route);
    }
    if (intent === 'propose') await api(`/team-reports/${id}/propose`, { method: 'POST', body: { version } });
    return { done: intent === 'propose' ? '団体に同意を求めました。' : '保存しました。' };
  });
}

/** A step without fields, or with a reason. */
export async function takeReportStep(
  id: string,
  version: number,
  action: ReportAction,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(form, async ({ reason }) => {
    const body = { version, ...(reason === undefined ? {} : { reason }) };
    await api(`/team-reports/${id}/${action}`, { method: 'POST', body });
    refresh();
    return {};
  });
}

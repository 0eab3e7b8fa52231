'use server';

import { typedNumber } from '@musubi/backend/contract/typed-number';
import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState, Values } from '@/lib/form-state';
import { Refused } from '@/lib/refused';
import { submitForm } from '@/lib/submit-form';

export async function addVersion(survey: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const rows = rowsOf(values);
    const body = {
      basedOn: Number(values.version),
      name: values.name,
      validFrom: values.validFrom,
      closesAfterDays: typedNumber(values.closesAfterDays),
      remindAfterDays: typedNumber(values.remindAfterDays),
      questions: rows.map((row) => questionOf(values, row)),
    };
    await api(`/survey-definitions/${survey}`, { method: 'POST', body }).catch((error: unknown) => {
      throw error instanceof Refused ? inItsRow(rows, error) : error;
    });
    redirect(`/admin/surveys/${survey}?done=created` as Route);
  });
}

const one = (values: Values, row: string, field: string) => String(values[`questions.${row}.${field}`] ?? '').trim();

/** The questions that have a sign, in the order of the form. */
const rowsOf = (values: Values): string[] =>
  Object.keys(values)
    .flatMap((name) => /^questions\.(\d+)\.id$/.exec(name)?.[1] ?? [])
    .filter((row) => one(values, row, 'id') !== '')
    .sort((left, right) => Number(left) - Number(right));

function questionOf(values: Values, row: string) {
  const lines = one(values, row, 'answers')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const kind = one(values, row, 'kind');
  const asked = {
    id: one(values, row, 'id'),
    kind,
    label: one(values, row, 'label'),
    text: one(values, row, 'text'),
    required: one(values, row, 'required') === 'true',
  };
  if (kind === 'scale')
    return { ...asked, words: lines, notApplicable: one(values, row, 'notApplicable') || undefined };
  if (kind === 'text') return { ...asked, maxLength: typedNumber(one(values, row, 'maxLength')) };
  return { ...asked, choices: lines.map(choiceOf) };
}

function choiceOf(line: string) {
  const [, id = '', label = ''] = /^(\S+)[\s　]*(.*)$/.exec(line) ?? [];
  return { id, label };
}

/** A refusal that names rows and fields as the form does. */
function inItsRow(rows: readonly string[], { problem }: Refused): Refused {
  const shown = (path: string) =>
    path
      .replace(/^questions\.(\d+)/, (_, sent) => `questions.${rows[Number(sent)]}`)
      .replace(/^(questions\.\d+)\.(words|choices)(\..*)?$/, '$1.answers');
  const fields = Object.entries(problem.fields ?? {}).map(([path, message]) => [shown(path), message]);
  return new Refused({ ...problem, fields: Object.fromEntries(fields) });
}

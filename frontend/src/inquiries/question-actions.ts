'use server';

import type { Route } from 'next';
import { api } from '@/lib/api';
import type { FormState } from '@/lib/form-state';
import { leadOn } from '@/lib/lead-on';
import { submitForm } from '@/lib/submit-form';
import { orderedRows, shownAt } from './question-rows';

/** Saves the whole list; `intent` "more" only offers further empty rows. */
export async function saveQuestions(
  consultationId: string,
  path: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(form, async (values) => {
    if (values.intent === 'more') {
      return { values: { ...values, blanks: String(Number(values.blanks ?? 1) + 3) } };
    }
    const rows = orderedRows(values);
    try {
      await api(`/consultations/${consultationId}/questions`, {
        method: 'PUT',
        body: { version: values.version, rows: rows.map(({ id, text }) => ({ id, text })) },
      });
    } catch (error) {
      throw shownAt(rows, error);
    }
    leadOn(path as Route);
  });
}

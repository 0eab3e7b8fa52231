'use server';

import type { Route } from 'next';
import { api } from '@/lib/api';
import type { FormState, Values } from '@/lib/form-state';
import { leadOn } from '@/lib/lead-on';
import { Refused } from '@/lib/refused';
import { submitForm } from '@/lib/submit-form';

interface To {
  ministryId: string;
  divisionId: string | null;
}

const text = (values: Values, name: string): string => [values[name] ?? ''].flat()[0] ?? '';

/** Asks all recipients at once, and leads to the inquiries of the case. What a recipient has of its own goes before what is common. */
export async function ask(
  consultationId: string,
  path: string,
  to: readonly To[],
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(form, async (values) => {
    const asks = to.map((recipient, i) => ({
      ...recipient,
      questionRowIds: [values[`asks.${i}.questionRowIds`] ?? []].flat(),
      dueOn: text(values, `asks.${i}.dueOn`) || text(values, 'dueOn') || undefined,
      message: text(values, `asks.${i}.message`) || text(values, 'message'),
    }));
    try {
      await api(`/consultations/${consultationId}/inquiries`, { method: 'POST', body: { asks } });
    } catch (error) {
      throw commonOnce(values, error);
    }
    leadOn(path as Route);
  });
}

/** A fault of the common due date or message is shown there, once. */
function commonOnce(values: Values, error: unknown): unknown {
  if (!(error instanceof Refused)) return error;
  const fields = Object.entries(error.problem.fields ?? {}).map(([name, message]) => {
    const common = /^asks\.\d+\.(dueOn|message)$/.exec(name)?.[1];
    return [common && !text(values, name) ? common : name, message];
  });
  return new Refused({ ...error.problem, fields: Object.fromEntries(fields) });
}

'use server';

import type { ChoiceInput, UndoInput } from '@musubi/backend/contract/suggestions';
import type { Route } from 'next';
import { api } from '@/lib/api';
import type { FormState } from '@/lib/form-state';
import { leadOn } from '@/lib/lead-on';
import { Refused } from '@/lib/refused';
import { submitForm } from '@/lib/submit-form';
import { REFUSED } from './refused-choice';

/** Back to the suggestion that was pressed. */
const backTo = (id: string, { subject }: UndoInput) => `/consultations/${id}/suggestions#${subject}` as Route;

export async function choose(id: string, choice: ChoiceInput, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    try {
      await api(`/consultations/${id}/suggestions/choices`, { method: 'POST', body: choice });
    } catch (error) {
      // The button is gone from the page that comes next, and with it the place beside it: the page says it.
      if (!(error instanceof Refused) || !(error.problem.code in REFUSED)) throw error;
      leadOn(`/consultations/${id}/suggestions?refused=${error.problem.code}` as Route);
    }
    leadOn(backTo(id, choice));
  });
}

export async function undoChoice(id: string, choice: UndoInput, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    await api(`/consultations/${id}/suggestions/choices/undo`, { method: 'POST', body: choice });
    leadOn(backTo(id, choice));
  });
}

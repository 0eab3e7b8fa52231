'use server';

import type { Route } from 'next';
import { api } from '@/lib/api';
import type { FormState } from '@/lib/form-state';
import { leadOn } from '@/lib/lead-on';
import { submitForm } from '@/lib/submit-form';
import { contentOf, shownAt, withOwners } from './edit-values';

/** Saves a corrected measure; `addOwner` and `removeOwner-2` only change the form. */
export async function editMeasure(id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const intent = [values.intent ?? ''].flat()[0] ?? '';
    if (/^(add|remove)Owner/.test(intent)) return { values: withOwners(values, intent) };
    const { version, reason } = values;
    const body = { version: Number(version), content: contentOf(values), reason: String(reason ?? '') };
    try {
      await api(`/measures/${encodeURIComponent(id)}`, { method: 'PUT', body });
    } catch (error) {
      throw shownAt(error);
    }
    leadOn(`/measures/${id}?done=updated` as Route);
  });
}

'use server';

import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState } from '@/lib/form-state';
import { submitForm } from '@/lib/submit-form';

export async function addRule(_: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ validFrom, contactWorkdays, visitMonths, escalateWorkdays }) => {
    const body = { validFrom, contactWorkdays, visitMonths, escalateWorkdays };
    await api('/team-health/rules', { method: 'POST', body });
    redirect('/team-health?done=created');
  });
}

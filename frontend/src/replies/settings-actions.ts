'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState } from '@/lib/form-state';
import { submitForm } from '@/lib/submit-form';

export async function updateReplySettings(_: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ version, approvalSteps, sealOmitted, ...texts }) => {
    const numbers = { version: Number(version), approvalSteps: Number(approvalSteps) };
    await api('/reply-settings', {
      method: 'PUT',
      body: { ...texts, ...numbers, sealOmitted: sealOmitted === 'true' },
    });
    redirect('/admin/reply-settings?done=updated' as Route);
  });
}

'use server';

import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState } from '@/lib/form-state';
import { submitForm } from '@/lib/submit-form';

export async function retryJob(id: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    await api(`/queue/failed/${encodeURIComponent(id)}/retry`, { method: 'POST' });
    redirect('/admin/queue?done=retried');
  });
}

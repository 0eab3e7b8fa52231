'use server';

import { refresh } from 'next/cache';
import { api } from '@/lib/api';
import type { FormState } from '@/lib/form-state';
import { submitForm } from '@/lib/submit-form';

/** `personId` is null for the own absence. */
export async function setAbsence(personId: string | null, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ fromOn, untilOn, deputyId }) => {
    const path = personId ? `/people/${personId}/absences` : '/me/absences';
    await api(path, { method: 'POST', body: { fromOn, untilOn, deputyId: deputyId || null } });
    refresh();
    return { done: '不在を設定しました。', values: {} };
  });
}

export async function endAbsence(id: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    await api(`/absences/${id}`, { method: 'DELETE' });
    refresh();
    return { done: '不在の設定を取り消しました。' };
  });
}

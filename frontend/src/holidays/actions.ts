'use server';

import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState } from '@/lib/form-state';
import { submitForm } from '@/lib/submit-form';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MISSING = { message: '入力内容に誤りがあります。', fields: { day: '日付を入力してください' } };

export async function saveHoliday(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const { day, name, source, provisional, version } = values;
    if (!DAY.test(String(day))) return { ...MISSING, values };
    const body = { name, source, provisional: provisional === 'true', version: Number(version) };
    await api(`/holidays/${day}`, { method: 'PUT', body });
    redirect(`/admin/holidays?year=${String(day).slice(0, 4)}&done=updated`);
  });
}

export async function cancelHoliday(day: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ version }) => {
    await api(`/holidays/${day}?version=${version}`, { method: 'DELETE' });
    redirect(`/admin/holidays?year=${day.slice(0, 4)}&done=cancelled`);
  });
}

'use server';

import type { HolidayImport, Recount } from '@musubi/backend/contract/deadlines';
import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState } from '@/lib/form-state';
import { isSeen, shownFirst } from '@/lib/previewed';
import { submitForm } from '@/lib/submit-form';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MISSING = { message: '入力内容に誤りがあります。', fields: { day: '日付を入力してください' } };

export async function saveHoliday(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const { day, calendar, name, source, provisional, version } = values;
    if (!DAY.test(String(day))) return { ...MISSING, values };
    const isPreview = !isSeen(values);
    const body = { calendar, name, source, provisional: provisional === 'true', version: Number(version) };
    const preview = await api<Recount>(`/holidays/${day}?preview=${isPreview}`, { method: 'PUT', body });
    if (isPreview) return shownFirst(values, preview);
    redirect(`/admin/holidays?year=${String(day).slice(0, 4)}&done=updated`);
  });
}

interface Key {
  day: string;
  calendar: string;
}

export async function cancelHoliday({ day, calendar }: Key, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ version }) => {
    await api<Recount>(`/holidays/${day}?version=${version}&calendar=${calendar}`, { method: 'DELETE' });
    redirect(`/admin/holidays?year=${day.slice(0, 4)}&done=cancelled`);
  });
}

/** The file is read once; its content then travels in the form, so that what was shown is what is taken over. */
export async function importHolidays(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const isPreview = values.intent !== 'apply';
    const chosen = form.get('chosen');
    const read = chosen instanceof File && chosen.size > 0 ? Buffer.from(await chosen.arrayBuffer()) : undefined;
    const file = (isPreview && read?.toString('base64')) || values.content || '';
    const seen = isPreview ? null : Number(values.seen);
    const path = `/holidays/import?preview=${isPreview}`;
    const preview = await api<HolidayImport>(path, { method: 'POST', body: { file, seen } });
    if (isPreview) return { preview, values: { content: String(file) } };
    redirect(`/admin/holidays?year=${preview.difference.lastYear}&done=imported`);
  });
}

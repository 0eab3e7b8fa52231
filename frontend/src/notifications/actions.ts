'use server';

import type { NoticePreferences } from '@musubi/backend/contract/notices';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { safeNext } from '@/lib/address';
import { api } from '@/lib/api';
import type { FormState } from '@/lib/form-state';
import { leadOn } from '@/lib/lead-on';
import { submitForm } from '@/lib/submit-form';

/** Marks a notice as read and goes where it leads. */
export async function openNotice(form: FormData): Promise<void> {
  await api(`/me/notices/${form.get('id')}/read`, { method: 'POST' });
  redirect(safeNext(form.get('href')));
}

export async function readAll(): Promise<void> {
  await api('/me/notices/read', { method: 'POST' });
  leadOn('/notices');
}

export async function chooseNotices(
  topics: readonly string[],
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(form, async ({ opensAt, closesAt, digestAt, digestWeekday, anyTime, ...chosen }) => {
    const body = {
      hours: { opensAt, closesAt, digestAt, digestWeekday, anyTime: anyTime === 'true' },
      topics: topics.map((topic) => ({
        topic,
        moment: chosen[`${topic}.moment`],
        inApp: chosen[`${topic}.inApp`] === 'true',
        scope: chosen[`${topic}.scope`],
      })) as NoticePreferences['topics'],
    };
    await api('/me/notice-choices', { method: 'PUT', body });
    refresh();
    return { done: '受け取り方を保存しました。' };
  });
}

export async function settleMail(id: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ note }) => {
    await api(`/undelivered/${id}/settle`, { method: 'POST', body: { note } });
    redirect('/undelivered?done=settled');
  });
}

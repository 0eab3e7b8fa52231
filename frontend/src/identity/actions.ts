'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { safeNext } from '@/lib/address';
import { api, refusal, send } from '@/lib/api';
import type { FormState } from '@/lib/form-state';
import { submitForm } from '@/lib/submit-form';
import { passCookies } from './session-cookie';

const DIFFERENT = {
  message: '確認用のパスワードが一致しません。',
  fields: { repeated_password: '同じパスワードを入力してください' },
};

export async function signIn(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ email, password, next }) => {
    const response = await send('/sign-in', { method: 'POST', body: { email, password } });
    if (!response.ok) throw await refusal(response);
    await passCookies(response);
    redirect(safeNext(next));
  });
}

export async function signOut(): Promise<void> {
  await leave('/sign-out');
  redirect('/sign-in?done=signed-out');
}

export async function signOutEverywhere(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    await leave('/sign-out-everywhere');
    redirect('/sign-in?done=signed-out-everywhere');
  });
}

export async function askForReset(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ email }) => {
    await api('/password/forgotten', { method: 'POST', body: { email } });
    redirect('/password/forgotten?done=sent');
  });
}

export async function resetPassword(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ token, password, repeated_password }) => {
    if (password !== repeated_password) return DIFFERENT;
    await api('/password/reset', { method: 'POST', body: { token, password } });
    redirect('/sign-in?done=password-set');
  });
}

export async function acceptInvitation(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ token, name, password, repeated_password }) => {
    if (password !== repeated_password) return { ...DIFFERENT, values: { name: name ?? '' } };
    await api(`/invitations/${encodeURIComponent(String(token))}`, { method: 'POST', body: { name, password } });
    redirect('/sign-in?done=invitation-accepted');
  });
}

export async function changePassword(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ current, password, repeated_password }) => {
    if (password !== repeated_password) return DIFFERENT;
    await api('/me/password', { method: 'POST', body: { current, password } });
    return { done: 'パスワードを変更しました。' };
  });
}

/** Ends the session at the API and takes its cookie away; an ended one is as good. */
async function leave(path: string): Promise<void> {
  const response = await send(path, { method: 'POST' });
  if (!response.ok && response.status !== 401) throw await refusal(response);
  (await cookies()).delete('musubi_session');
}

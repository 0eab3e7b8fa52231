'use client';

import { typed } from '@/lib/form-state';
import { Form, SubmitButton } from '@/ui/form';
import { TextField } from '@/ui/text-field';
import { acceptInvitation, askForReset, changePassword, resetPassword } from './actions';
import { NewPasswordFields } from './new-password-fields';

export function ForgottenForm() {
  return (
    <Form action={askForReset}>
      {(state) => (
        <>
          <TextField label="メールアドレス" {...typed(state, 'email')} type="email" autoComplete="username" required />
          <SubmitButton>再設定のメールを送る</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function ResetForm({ token }: { token: string }) {
  return (
    <Form action={resetPassword}>
      {(state) => (
        <>
          <input type="hidden" name="token" value={token} />
          <NewPasswordFields state={state} />
          <SubmitButton>パスワードを設定する</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function InvitationForm({ token, name }: { token: string; name: string }) {
  return (
    <Form action={acceptInvitation}>
      {(state) => (
        <>
          <input type="hidden" name="token" value={token} />
          <TextField label="氏名" {...typed(state, 'name', name)} autoComplete="name" required />
          <NewPasswordFields state={state} />
          <SubmitButton>登録して利用を始める</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function ChangePasswordForm() {
  return (
    <Form action={changePassword}>
      {(state) => (
        <>
          <TextField
            label="今のパスワード"
            {...typed(state, 'current')}
            type="password"
            autoComplete="current-password"
            required
          />
          <NewPasswordFields state={state} />
          <SubmitButton>パスワードを変更する</SubmitButton>
        </>
      )}
    </Form>
  );
}

'use client';

import { typed } from '@/lib/form-state';
import { Form, SubmitButton } from '@/ui/form';
import { TextField } from '@/ui/text-field';
import { signIn } from './actions';

export function SignInForm({ next }: { next: string }) {
  return (
    <Form action={signIn}>
      {(state) => (
        <>
          <input type="hidden" name="next" value={next} />
          <TextField label="メールアドレス" {...typed(state, 'email')} type="email" autoComplete="username" required />
          <TextField
            label="パスワード"
            {...typed(state, 'password')}
            type="password"
            autoComplete="current-password"
            required
          />
          <SubmitButton size="lg">サインイン</SubmitButton>
        </>
      )}
    </Form>
  );
}

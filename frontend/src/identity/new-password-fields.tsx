import { type FormState, typed } from '@/lib/form-state';
import { TextField } from '@/ui/text-field';

/** A new password, twice. */
export function NewPasswordFields({ state }: { state: FormState }) {
  return (
    <>
      <TextField
        label="新しいパスワード"
        support="12文字以上にしてください。長い文や、いくつかの単語の組合せをお勧めします。"
        {...typed(state, 'password')}
        type="password"
        autoComplete="new-password"
        required
      />
      <TextField
        label="新しいパスワード（確認）"
        {...typed(state, 'repeated_password')}
        type="password"
        autoComplete="new-password"
        required
      />
    </>
  );
}

'use client';

import type { ReactNode } from 'react';
import type { FormAction } from '@/lib/form-state';
import { Confirm } from './confirm';
import { Form, SubmitButton } from './form';

/** Ends a row of reference data, after asking once more. It stays for the cases that bear it. */
export function EndButton({
  action,
  version,
  label,
  confirm = '終了する',
  children = '終了すると、これからの入力では選べなくなります。過去の相談の表示は変わりません。終了しますか。',
}: {
  action: FormAction;
  version: number;
  label: string;
  confirm?: string;
  children?: ReactNode;
}) {
  return (
    // The form stands around the question: a refusal is then seen although the question is folded again.
    <Form action={action} className="grid gap-2">
      {() => (
        <Confirm label={label} question={children}>
          <input type="hidden" name="version" value={version} />
          <SubmitButton variant="danger">{confirm}</SubmitButton>
        </Confirm>
      )}
    </Form>
  );
}

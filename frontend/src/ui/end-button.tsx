'use client';

import type { ReactNode } from 'react';
import type { FormAction } from '@/lib/form-state';
import { ActionButton } from './action-button';
import { Confirm } from './confirm';

/** Ends a row of reference data, after asking once more. It stays for the cases that bear it. */
export function EndButton({
  action,
  version,
  what,
  children,
}: {
  action: FormAction;
  version: number;
  what: string;
  children?: ReactNode;
}) {
  return (
    <Confirm
      label={`${what}を終了する`}
      question={
        children ?? '終了すると、これからの入力では選べなくなります。過去の相談の表示は変わりません。終了しますか。'
      }
    >
      <ActionButton action={action} values={{ version: String(version) }} variant="danger">
        終了する
      </ActionButton>
    </Confirm>
  );
}

'use client';

import type { ReactNode } from 'react';
import type { FormAction } from '@/lib/form-state';
import type { ButtonLook } from './button';
import { Form, SubmitButton } from './form';

/** One action, one press. A refusal is shown above the button. `values` are sent along. */
export function ActionButton({
  action,
  values = {},
  children,
  ...look
}: ButtonLook & { action: FormAction; values?: Record<string, string>; children: ReactNode }) {
  return (
    <Form action={action} className="grid gap-2">
      {() => (
        <>
          {Object.entries(values).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <SubmitButton {...look}>{children}</SubmitButton>
        </>
      )}
    </Form>
  );
}

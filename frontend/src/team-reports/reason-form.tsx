'use client';

import { type FormAction, typed } from '@/lib/form-state';
import { Form, SubmitButton } from '@/ui/form';
import { TextArea } from '@/ui/text-area';

/** A step that wants a reason, which the others of the team are told. */
export function ReasonForm({ action, prefix, button }: { action: FormAction; prefix: string; button: string }) {
  return (
    <Form action={action} idPrefix={prefix}>
      {(state) => (
        <>
          <TextArea label="理由" {...typed(state, 'reason')} id={`${prefix}reason`} limit={500} rows={3} required />
          <div>
            <SubmitButton>{button}</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}

'use client';

import { typed } from '@/lib/form-state';
import { Form, SubmitButton } from '@/ui/form';
import { TextField } from '@/ui/text-field';
import { cancelVisit } from './actions';

export function CancelForm({ id, version }: { id: string; version: number }) {
  return (
    <Form action={cancelVisit.bind(null, id, version)} idPrefix="cancel">
      {(state) => (
        <>
          <TextField label="取りやめる理由" required {...typed(state, 'reason')} />
          <SubmitButton variant="danger">取りやめる</SubmitButton>
        </>
      )}
    </Form>
  );
}

'use client';

import { typed } from '@/lib/form-state';
import { Form, SubmitButton } from '@/ui/form';
import { TextArea } from '@/ui/text-area';
import { wish } from './actions';
import { CandidateFields, MethodField } from './fields';

export function WishForm({ consultationId }: { consultationId: string }) {
  const prefix = 'wish-';
  return (
    <Form action={wish.bind(null, consultationId)} idPrefix={prefix}>
      {(state) => (
        <>
          <TextArea
            label="話したいこと"
            {...typed(state, 'purpose')}
            id={`${prefix}purpose`}
            limit={400}
            rows={3}
            required
          />
          <MethodField state={state} prefix={prefix} />
          <CandidateFields state={state} prefix={prefix} />
          <SubmitButton>打合せの希望を伝える</SubmitButton>
        </>
      )}
    </Form>
  );
}

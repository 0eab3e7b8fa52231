'use client';

import { typed } from '@/lib/form-state';
import { ActionButton } from '@/ui/action-button';
import { Form, SubmitButton } from '@/ui/form';
import { TextArea } from '@/ui/text-area';
import { closeFollowUp, takeFollowUp } from './actions';

export function TakeButton({ id }: { id: string }) {
  return (
    <ActionButton action={takeFollowUp.bind(null, id)} variant="outline">
      引き受ける
    </ActionButton>
  );
}

export function CloseForm({ id }: { id: string }) {
  const prefix = `close-${id}-`;
  return (
    <Form action={closeFollowUp.bind(null, id)} idPrefix={prefix} className="grid gap-4">
      {(state) => (
        <>
          <TextArea
            label="対応の記録"
            support="何を聞き、何を改めたかを書いてください。団体には見えません。"
            required
            limit={1000}
            rows={3}
            {...typed(state, 'note')}
            id={`${prefix}note`}
          />
          <SubmitButton>対応を完了する</SubmitButton>
        </>
      )}
    </Form>
  );
}

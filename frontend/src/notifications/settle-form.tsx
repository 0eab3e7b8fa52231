'use client';

import { typed } from '@/lib/form-state';
import { Form, SubmitButton } from '@/ui/form';
import { TextArea } from '@/ui/text-area';
import { settleMail } from './actions';

export function SettleForm({ id }: { id: string }) {
  const prefix = `settle-${id}-`;
  return (
    <Form action={settleMail.bind(null, id)} idPrefix={prefix} className="grid gap-4">
      {(state) => (
        <>
          <TextArea
            label="対応の内容"
            support="どう確認し、何を直したかを書いてください。"
            required
            limit={300}
            rows={2}
            {...typed(state, 'note')}
            id={`${prefix}note`}
          />
          <SubmitButton>対応済みにする</SubmitButton>
        </>
      )}
    </Form>
  );
}

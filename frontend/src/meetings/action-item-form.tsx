'use client';

import { typed } from '@/lib/form-state';
import { DateField } from '@/ui/date-field';
import { Form, SubmitButton } from '@/ui/form';
import { Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { addItem } from './actions';

export function ActionItemForm({
  consultationId,
  owners,
}: {
  consultationId: string;
  owners: { value: string; label: string }[];
}) {
  return (
    <Form action={addItem.bind(null, consultationId)}>
      {(state) => (
        <>
          <TextArea label="宿題の内容" {...typed(state, 'text')} limit={400} rows={2} required />
          <Select label="担当" {...typed(state, 'owner', 'town')} options={owners} required />
          <DateField label="期限" {...typed(state, 'dueOn')} required />
          <SubmitButton variant="outline">宿題を加える</SubmitButton>
        </>
      )}
    </Form>
  );
}

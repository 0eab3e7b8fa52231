'use client';

import type { CaseSheet } from '@musubi/backend/contract/case-sheets';
import { typed } from '@/lib/form-state';
import { Form, SubmitButton } from '@/ui/form';
import { TextArea } from '@/ui/text-area';
import { take } from './actions';

interface Props {
  sheet: Pick<CaseSheet, 'id' | 'version'>;
  action: string;
  /** What is asked for. */
  label: string;
  name: 'reason' | 'note';
  required: boolean;
  button: string;
  danger?: boolean;
}

/** A step that wants a word with it. */
export function WordForm({ sheet, action, label, name, required, button, danger }: Props) {
  const prefix = `${action}-`;
  return (
    <Form action={take.bind(null, sheet.id, sheet.version, action)} idPrefix={prefix}>
      {(state) => (
        <>
          <TextArea label={label} {...typed(state, name)} id={prefix + name} limit={500} rows={3} required={required} />
          <SubmitButton variant={danger ? 'danger' : 'solid'}>{button}</SubmitButton>
        </>
      )}
    </Form>
  );
}

'use client';

import { chosen, type FormState, typed } from '@/lib/form-state';
import { CheckboxGroup, RadioGroup } from '@/ui/choices';
import { Form, SubmitButton } from '@/ui/form';
import { TextArea } from '@/ui/text-area';
import { answer } from './actions';
import type { Field } from './questions';
import { ScaleField } from './scale-field';

export function SurveyForm({ token, fields }: { token: string; fields: readonly Field[] }) {
  return (
    <Form action={answer.bind(null, token)} className="grid gap-10">
      {(state) => (
        <>
          {fields.map((field) => (
            <Question key={field.name} field={field} state={state} />
          ))}
          <SubmitButton size="lg">回答を送信する</SubmitButton>
        </>
      )}
    </Form>
  );
}

function Question({ field, state }: { field: Field; state: FormState }) {
  const { kind, name, text, required, choices, limit } = field;
  switch (kind) {
    case 'scale':
      return <ScaleField field={field} {...typed(state, name)} />;
    case 'choice':
      return <RadioGroup label={text} required={required} choices={choices} {...typed(state, name)} />;
    case 'multi':
      return <CheckboxGroup label={text} required={required} choices={choices} {...chosen(state, name)} />;
    case 'text':
      return <TextArea label={text} required={required} limit={limit} rows={6} {...typed(state, name)} />;
  }
}

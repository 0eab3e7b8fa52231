'use client';

import { Form, SubmitButton } from '@/ui/form';
import { answer } from './actions';
import { Question } from './question';
import type { Field } from './questions';

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

'use client';

import { chosen, type FormState, typed } from '@/lib/form-state';
import type { Recipient } from '@/lib/recipients';
import { CheckboxGroup } from '@/ui/choices';
import { DateField } from '@/ui/date-field';
import { Disclosure } from '@/ui/disclosure';
import { Form, SubmitButton } from '@/ui/form';
import { TextArea } from '@/ui/text-area';
import { ask } from './ask-actions';

interface Question {
  id: string;
  position: number;
  text: string;
  deskHolds: boolean;
}

interface Props {
  consultationId: string;
  /** Where its inquiries stand. */
  path: string;
  recipients: readonly Recipient[];
  questions: readonly Question[];
  usualDueOn: string;
}

/** Which questions go to whom, by when. */
export function AskForm({ consultationId, path, recipients, questions, usualDueOn }: Props) {
  const to = recipients.map(({ ministryId, divisionId }) => ({ ministryId, divisionId }));
  return (
    <Form action={ask.bind(null, consultationId, path, to)}>
      {(state) => (
        <>
          {recipients.map((recipient, i) => (
            <AskFields key={recipient.key} state={state} recipient={recipient} questions={questions} at={`asks.${i}`} />
          ))}
          <DateField
            label="回答期限"
            support="開庁日（土日・祝日・年末年始を除く）を入力してください。"
            required
            {...typed(state, 'dueOn', usualDueOn)}
          />
          <TextArea
            label="補足"
            support="すべての照会先に伝わります。"
            rows={3}
            limit={2000}
            {...typed(state, 'message')}
          />
          <SubmitButton>{recipients.length}件の照会を送る</SubmitButton>
        </>
      )}
    </Form>
  );
}

/** What nobody holds but the desk is chosen to begin with, or else everything. */
function AskFields({
  state,
  recipient,
  questions,
  at,
}: {
  state: FormState;
  recipient: Recipient;
  questions: readonly Question[];
  at: string;
}) {
  const held = questions.filter(({ deskHolds }) => deskHolds);
  const usual = (held.length > 0 ? held : questions).map(({ id }) => id);
  return (
    <section className="grid gap-4 rounded-12 border border-solid-gray-420 p-4">
      <CheckboxGroup
        label={`${recipient.label}に尋ねる質問`}
        required
        {...chosen(state, `${at}.questionRowIds`, usual)}
        choices={questions.map(({ id, position, text, deskHolds }) => ({
          value: id,
          label: `質問${position}　${text}`,
          support: deskHolds ? undefined : '照会済み又は回答済み',
        }))}
      />
      <Disclosure summary="期限と補足をこの照会先だけ変える">
        <div className="grid gap-4">
          <DateField label="この照会先の回答期限" {...typed(state, `${at}.dueOn`)} />
          <TextArea label="この照会先への補足" rows={3} limit={2000} {...typed(state, `${at}.message`)} />
        </div>
      </Disclosure>
    </section>
  );
}

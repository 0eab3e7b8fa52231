'use client';

import type { Questions } from '@musubi/backend/contract/inquiries';
import { type FormState, typed } from '@/lib/form-state';
import { Banner } from '@/ui/banner';
import { Form, SubmitButton } from '@/ui/form';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { saveQuestions } from './question-actions';

const BLANKS = 1;
const linesAfter = (first: number, count: number): number[] => Array.from({ length: count }, (_, i) => first + i);

/** All questions of a case. Empty a row to delete it; a line of hyphens parts it. */
export function QuestionForm({
  consultationId,
  path,
  questions,
}: {
  consultationId: string;
  /** Where the inquiries of the case stand. */
  path: string;
  questions: Questions;
}) {
  const { items, version } = questions;
  return (
    <Form action={saveQuestions.bind(null, consultationId, path)}>
      {(state) => {
        const blanks = Number(state.values?.blanks ?? BLANKS);
        return (
          <>
            <Stale state={state} version={version} />
            <input type="hidden" name="blanks" value={blanks} />
            {items.map((question, line) => (
              <QuestionRow key={question.id} state={state} line={line} {...question} />
            ))}
            {linesAfter(items.length, blanks).map((line) => (
              <QuestionRow key={line} state={state} line={line} />
            ))}
            <div className="flex flex-wrap gap-4">
              <SubmitButton name="intent" value="save">
                質問を保存する
              </SubmitButton>
              <SubmitButton name="intent" value="more" variant="outline">
                入力欄を増やす
              </SubmitButton>
            </div>
          </>
        );
      }}
    </Form>
  );
}

function QuestionRow({
  state,
  line,
  id,
  text,
  asked = false,
}: {
  state: FormState;
  line: number;
  id?: string;
  text?: string;
  asked?: boolean;
}) {
  const name = `rows.${line}`;
  return (
    <fieldset className="grid gap-3 rounded-12 border border-solid-gray-420 p-4 md:grid-cols-[7rem_1fr]">
      <legend className="sr-only">{id ? `質問${line + 1}` : '追加する質問'}</legend>
      {id && <input type="hidden" name={`${name}.id`} value={id} />}
      <TextField label="順番" width="5rem" inputMode="numeric" {...typed(state, `${name}.place`, String(line + 1))} />
      <TextArea
        label={id ? `質問${line + 1}` : '追加する質問'}
        rows={3}
        readOnly={asked}
        support={asked ? '照会済みのため、書き換えと削除はできません。' : undefined}
        {...typed(state, `${name}.text`, text)}
      />
    </fieldset>
  );
}

/** Somebody saved meanwhile: shows what stands there now. Sending again replaces it. */
function Stale({ state, version }: { state: FormState; version: string }) {
  const stored = state.conflict as Questions | undefined;
  return (
    <>
      <input type="hidden" name="version" value={stored?.version ?? version} />
      {stored && (
        <Banner kind="warning" title="今保存されている質問">
          <ol className="list-decimal pl-6">
            {stored.items.map(({ id, text }) => (
              <li key={id} className="whitespace-pre-wrap">
                {text}
              </li>
            ))}
          </ol>
          <p className="mt-2">下の入力内容でもう一度保存すると、この内容を置き換えます。</p>
        </Banner>
      )}
    </>
  );
}

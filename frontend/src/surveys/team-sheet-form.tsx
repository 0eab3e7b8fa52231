'use client';

import { Checkbox } from '@/ui/choices';
import { Form, SubmitButton } from '@/ui/form';
import { Question } from './question';
import type { Field } from './questions';
import { answerTeamSurvey } from './team-actions';

/** The survey of a town or an officer: kept, handed in, and handed in again until the last day. */
export function TeamSheetForm({
  token,
  fields,
  kept,
  quotable,
  quotedAs,
  answered,
}: {
  token: string;
  fields: readonly Field[];
  /** By the name of the field. */
  kept: Record<string, string[]>;
  quotable: boolean;
  quotedAs: string;
  answered: boolean;
}) {
  return (
    <Form action={answerTeamSurvey.bind(null, token)} className="grid gap-10">
      {(state) => (
        <>
          {fields.map((field) => (
            <Question key={field.name} field={field} state={state} kept={kept[field.name]} />
          ))}
          <Checkbox
            label={`自由記述を「${quotedAs}」の名前とともに引用してよい`}
            support="選ばない場合、自由記述は名前を伏せて事務局が読みます。"
            name="quotable"
            defaultChecked={state.values ? state.values.quotable === 'true' : quotable}
          />
          <div className="flex flex-wrap gap-4">
            <SubmitButton size="lg" name="intent" value="answer">
              {answered ? '回答を直して送信する' : '回答を送信する'}
            </SubmitButton>
            {!answered && (
              <SubmitButton size="lg" variant="outline" name="intent" value="keep">
                途中まで保存する
              </SubmitButton>
            )}
          </div>
        </>
      )}
    </Form>
  );
}

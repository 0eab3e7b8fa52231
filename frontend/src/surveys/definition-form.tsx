'use client';

import type { SurveyDefinitions } from '@musubi/backend/contract/surveys';
import { typed } from '@/lib/form-state';
import { DateField } from '@/ui/date-field';
import { Form, SubmitButton } from '@/ui/form';
import { StoredVersion } from '@/ui/stored-version';
import { TextField } from '@/ui/text-field';
import { addVersion } from './definition-actions';
import { QuestionFields } from './question-fields';

/** The next version, begun from the newest. Two empty questions are always offered. */
export function DefinitionForm({ definition }: { definition: SurveyDefinitions['items'][number] }) {
  const { survey, version, name, closesAfterDays, remindAfterDays, questions } = definition;
  return (
    <Form action={addVersion.bind(null, survey)}>
      {(state) => (
        <>
          <StoredVersion<{ version: number }> state={state} version={version} show={shown} />
          <TextField label="調査の名称" {...typed(state, 'name', name)} required />
          <DateField label="適用開始日" {...typed(state, 'validFrom')} required />
          <TextField
            label="締切までの日数"
            {...typed(state, 'closesAfterDays', closesAfterDays)}
            inputMode="numeric"
            width="8rem"
            required
          />
          <TextField
            label="督促までの日数"
            {...typed(state, 'remindAfterDays', remindAfterDays)}
            inputMode="numeric"
            width="8rem"
            required
          />
          {[...questions, undefined, undefined].map((question, row) => (
            <QuestionFields key={question?.id ?? row} state={state} row={row} question={question} />
          ))}
          <SubmitButton>新しい版を加える</SubmitButton>
        </>
      )}
    </Form>
  );
}

const shown = ({ version }: { version: number }) => [{ term: '新しい版', value: `第${version}版` }];

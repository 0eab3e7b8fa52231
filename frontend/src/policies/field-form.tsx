'use client';

import type { PolicyField } from '@musubi/backend/contract/policies';
import { typed } from '@/lib/form-state';
import { DateField } from '@/ui/date-field';
import { Form, SubmitButton } from '@/ui/form';
import { StoredVersion } from '@/ui/stored-version';
import { TextField } from '@/ui/text-field';
import { createField, updateField } from './actions';

/** 政策分野: a new one, or `field` to change. */
export function FieldForm({ field, today }: { field?: PolicyField; today: string }) {
  return (
    <Form action={field ? updateField.bind(null, field.code) : createField}>
      {(state) => (
        <>
          {field ? (
            <StoredVersion<PolicyField> state={state} version={field.version} show={shown} />
          ) : (
            <>
              <TextField
                label="識別子"
                {...typed(state, 'code')}
                support="英小文字、数字、ハイフン2〜30字。後から変更できません。"
                width="14rem"
                required
              />
              <DateField label="開始日" {...typed(state, 'validFrom', today)} max={today} required />
            </>
          )}
          <TextField label="分野名" {...typed(state, 'name', field?.name)} width="20rem" required />
          <TextField
            label="並び順"
            {...typed(state, 'sort', field?.sort ?? 100)}
            inputMode="numeric"
            width="8rem"
            required
          />
          <TextField label="出典" {...typed(state, 'source', field?.source)} support="この分野の根拠" required />
          <SubmitButton>{field ? '変更する' : '登録する'}</SubmitButton>
        </>
      )}
    </Form>
  );
}

const shown = ({ name, sort, source }: PolicyField) => [
  { term: '分野名', value: name },
  { term: '並び順', value: sort },
  { term: '出典', value: source },
];

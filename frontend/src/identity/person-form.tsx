'use client';

import type { Person } from '@musubi/backend/contract/identity';
import { typed } from '@/lib/form-state';
import { Checkbox } from '@/ui/choices';
import { Form, SubmitButton } from '@/ui/form';
import { StoredVersion } from '@/ui/stored-version';
import { TextField } from '@/ui/text-field';
import { GrantFields, type GrantOptions } from './grant-fields';
import { invitePerson, updatePerson } from './people-actions';

/** A person to invite, or one to change. Two empty roles are always offered. */
export function PersonForm({ person, options }: { person?: Person; options: GrantOptions }) {
  const rows = (person?.grants.length ?? 0) + 2;
  return (
    <Form action={person ? updatePerson.bind(null, person.id) : invitePerson}>
      {(state) => (
        <>
          {person && <StoredVersion<Person> state={state} version={person.version} show={shown} />}
          {!person && <TextField label="メールアドレス" {...typed(state, 'email')} type="email" required />}
          <TextField label="氏名" {...typed(state, 'name', person?.name)} width="20rem" required />
          <TextField label="ふりがな" {...typed(state, 'kana', person?.kana)} width="20rem" />
          {Array.from({ length: rows }, (_, row) => row).map((row) => (
            <GrantFields key={row} state={state} row={row} grant={person?.grants[row]} options={options} />
          ))}
          {person && (
            <Checkbox
              label="利用を停止する"
              name="disabled"
              defaultChecked={state.values ? state.values.disabled === 'true' : person.status === 'disabled'}
            />
          )}
          <SubmitButton>{person ? '変更する' : '招待のメールを送る'}</SubmitButton>
        </>
      )}
    </Form>
  );
}

const shown = ({ name, kana }: Person) => [
  { term: '氏名', value: name },
  { term: 'ふりがな', value: kana },
];

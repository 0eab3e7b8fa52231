'use client';

import type { Holiday } from '@musubi/backend/contract/calendar';
import { typed } from '@/lib/form-state';
import { Checkbox } from '@/ui/choices';
import { DateField } from '@/ui/date-field';
import { Form, SubmitButton } from '@/ui/form';
import { StoredVersion } from '@/ui/stored-version';
import { TextField } from '@/ui/text-field';
import { saveHoliday } from './actions';

/** A day of the table: a new one, or `holiday` to change. */
export function HolidayForm({ holiday }: { holiday?: Holiday }) {
  return (
    <Form action={saveHoliday}>
      {(state) => (
        <>
          <StoredVersion<Holiday> state={state} version={holiday?.version ?? 0} show={shown} />
          {holiday ? (
            <input type="hidden" name="day" value={holiday.day} />
          ) : (
            <DateField label="日付" {...typed(state, 'day')} required />
          )}
          <TextField label="名称" {...typed(state, 'name', holiday?.name)} width="20rem" required />
          <TextField
            label="出典"
            {...typed(state, 'source', holiday?.source)}
            support="官報の号数、閣議決定など、この休日の根拠"
            required
          />
          <Checkbox
            label="暫定（まだ公表されていない）"
            name="provisional"
            defaultChecked={state.values ? state.values.provisional === 'true' : holiday?.provisional}
          />
          <SubmitButton>{holiday ? '変更する' : '登録する'}</SubmitButton>
        </>
      )}
    </Form>
  );
}

const shown = ({ name, source, provisional }: Holiday) => [
  { term: '名称', value: name },
  { term: '出典', value: source },
  { term: '暫定', value: provisional ? 'はい' : 'いいえ' },
];

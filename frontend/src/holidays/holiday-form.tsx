'use client';

import type { Holiday } from '@musubi/backend/contract/calendar';
import { typed } from '@/lib/form-state';
import { Checkbox } from '@/ui/choices';
import { DateField } from '@/ui/date-field';
import { Form } from '@/ui/form';
import { PreviewButtons } from '@/ui/preview-buttons';
import { Select } from '@/ui/select';
import { StoredVersion } from '@/ui/stored-version';
import { TextField } from '@/ui/text-field';
import { saveHoliday } from './actions';

interface Props {
  holiday?: Holiday;
  calendars: readonly { value: string; label: string }[];
  kinds: Readonly<Record<string, string>>;
}

/** A day of the table: a new one, or `holiday` to change. */
export function HolidayForm({ holiday, calendars, kinds }: Props) {
  return (
    <Form action={saveHoliday}>
      {(state) => (
        <>
          <StoredVersion<Holiday> state={state} version={holiday?.version ?? 0} show={shown} />
          {holiday ? (
            <>
              <input type="hidden" name="day" value={holiday.day} />
              <input type="hidden" name="calendar" value={holiday.calendar} />
            </>
          ) : (
            <>
              <DateField label="日付" {...typed(state, 'day')} required />
              <Select label="休む役所" {...typed(state, 'calendar', 'national')} options={calendars} required />
            </>
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
          <PreviewButtons state={state} kinds={kinds}>
            {holiday ? '変更する' : '登録する'}
          </PreviewButtons>
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

'use client';

import type { Absences } from '@musubi/backend/contract/absences';
import { typed } from '@/lib/form-state';
import { DateField } from '@/ui/date-field';
import { Form, SubmitButton } from '@/ui/form';
import { Select } from '@/ui/select';
import { setAbsence } from './absence-actions';

/** `personId` is null for the own absence. */
export function AbsenceForm({ personId, deputies }: { personId: string | null; deputies: Absences['deputies'] }) {
  return (
    <Form action={setAbsence.bind(null, personId)}>
      {(state) => (
        <>
          <div className="flex flex-wrap gap-x-6 gap-y-4">
            <DateField label="不在の始まり" {...typed(state, 'fromOn')} support="この日から不在になります" required />
            <DateField label="不在の終わり" {...typed(state, 'untilOn')} support="この日も不在に含みます" required />
          </div>
          <Select
            label="代理"
            {...typed(state, 'deputyId')}
            empty="置かない"
            support="同じ組織で同じ役割を持つ人から選べます。不在の間、あなた宛ての仕事と連絡は代理の人に届きます"
            options={deputies.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SubmitButton>不在を設定する</SubmitButton>
        </>
      )}
    </Form>
  );
}

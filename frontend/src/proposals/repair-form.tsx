'use client';

import { typed } from '@/lib/form-state';
import { Form, SubmitButton } from '@/ui/form';
import { Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { repair } from './actions';

interface Named {
  id: string;
  label: string;
}

export function RepairForm({ id, officers }: { id: string; officers: readonly Named[] }) {
  return (
    <Form action={repair.bind(null, id)} idPrefix="repair-" className="grid gap-4">
      {(state) => (
        <>
          <Select
            label="辞退した支援官"
            {...typed(state, 'officers')}
            id="repair-officers"
            options={officers.map((officer) => ({ value: officer.id, label: officer.label }))}
            empty="なし（団体の辞退又は繰上げだけ）"
            support="辞退した団体は外れ、繰り上がった団体は加わります。"
          />
          <TextField label="新しい編成案の名前" {...typed(state, 'name', '辞退後の案')} id="repair-name" required />
          <TextField
            label="ほかに動いてよい人数"
            support="待機から入る人も数えます。"
            {...typed(state, 'moves', 3)}
            id="repair-moves"
            inputMode="numeric"
            width="6rem"
          />
          <TextArea label="辞退の理由" {...typed(state, 'reason')} id="repair-reason" rows={2} limit={500} required />
          <div>
            <SubmitButton>再編成を計算する</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}

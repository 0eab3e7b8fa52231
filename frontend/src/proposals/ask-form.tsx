'use client';

import type { FormAction } from '@/lib/form-state';
import { typed } from '@/lib/form-state';
import { Checkbox } from '@/ui/choices';
import { Form, SubmitButton } from '@/ui/form';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';

interface Weight {
  key: string;
  label: string;
  points: number;
}

/** Asks for teams. `weights` and `size`: what it starts with, of the round or of the 編成案 before. */
export function AskForm({
  action,
  weights,
  size,
  idPrefix,
}: {
  action: FormAction;
  weights: readonly Weight[];
  size: { minimum: number; maximum: number };
  idPrefix: string;
}) {
  const field = (name: string) => ({ id: `${idPrefix}${name}` });
  return (
    <Form action={action} idPrefix={idPrefix} className="grid gap-4">
      {(state) => (
        <>
          <TextField label="編成案の名前" {...typed(state, 'name')} {...field('name')} required />
          <TextArea label="メモ" {...typed(state, 'note')} {...field('note')} rows={2} limit={500} />
          <TextField
            label="計算の長さ（秒）"
            support="1から600まで。同じ長さなら、どの計算機でも同じ結果になります。"
            {...typed(state, 'seconds', 60)}
            {...field('seconds')}
            inputMode="numeric"
            width="8rem"
          />
          <Checkbox
            name="fair"
            value="true"
            label="最も低い適合度をできるだけ高くする（公平を優先）"
            defaultChecked={state.values?.fair === 'true'}
            {...field('fair')}
          />
          <fieldset className="grid gap-3">
            <legend className="mb-2 font-700">配点</legend>
            <div className="flex flex-wrap gap-4">
              {weights.map(({ key, label, points }) => (
                <TextField
                  key={key}
                  label={label}
                  {...typed(state, `weights.${key}`, points)}
                  {...field(`weights.${key}`)}
                  inputMode="decimal"
                  width="7rem"
                />
              ))}
            </div>
          </fieldset>
          <fieldset className="grid gap-3">
            <legend className="mb-2 font-700">1チームの人数</legend>
            <div className="flex flex-wrap gap-4">
              <TextField
                label="最小"
                {...typed(state, 'minimum', size.minimum)}
                {...field('minimum')}
                error={state.fields?.['teamSize.minimum']}
                inputMode="numeric"
                width="6rem"
              />
              <TextField
                label="最大"
                {...typed(state, 'maximum', size.maximum)}
                {...field('maximum')}
                error={state.fields?.['teamSize.maximum']}
                inputMode="numeric"
                width="6rem"
              />
            </div>
          </fieldset>
          <div>
            <SubmitButton>計算を始める</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}

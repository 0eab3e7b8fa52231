'use client';

import type { CaseSheet } from '@musubi/backend/contract/case-sheets';
import { typed } from '@/lib/form-state';
import { RadioGroup } from '@/ui/choices';
import { Form, SubmitButton } from '@/ui/form';
import { saveAsTown } from './actions';
import { SheetFields } from './sheet-fields';

/** The town makes the words its own, decides whether it is named, and agrees. */
export function TownForm({ sheet }: { sheet: CaseSheet }) {
  return (
    <Form action={saveAsTown.bind(null, sheet.id)}>
      {(state) => (
        <>
          <SheetFields state={state} sheet={sheet} />
          <RadioGroup
            label="団体名の公表"
            {...typed(state, 'named', String(sheet.named))}
            support="団体名を出さない場合は、題名や本文に地名が残っていないかを確認してください。"
            required
            choices={[
              { value: 'true', label: '団体名を出す' },
              { value: 'false', label: '団体名を出さない（都道府県名だけを出す）' },
            ]}
          />
          <div className="flex flex-wrap gap-4">
            <SubmitButton name="intent" value="save" variant="outline">
              保存する
            </SubmitButton>
            {sheet.allowedActions.includes('agree') && (
              <SubmitButton name="intent" value="agree">
                保存してこの内容の公表に同意する
              </SubmitButton>
            )}
          </div>
        </>
      )}
    </Form>
  );
}

'use client';

import type { CaseSheet } from '@musubi/backend/contract/case-sheets';
import { chosen, typed } from '@/lib/form-state';
import { CheckboxGroup } from '@/ui/choices';
import { Form, SubmitButton } from '@/ui/form';
import { Select } from '@/ui/select';
import { saveAsDesk } from './actions';
import type { SheetChoices } from './api';
import { SheetFields } from './sheet-fields';

/** The desk's draft. Sending saves first, so that the town reads what stands on the screen. */
export function DeskForm({ sheet, choices }: { sheet: CaseSheet; choices: SheetChoices }) {
  const codes = sheet.fields.map(({ code }) => code);
  return (
    <Form action={saveAsDesk.bind(null, sheet.id)}>
      {(state) => (
        <>
          <SheetFields state={state} sheet={sheet} />
          <Select
            label="政策の柱"
            {...typed(state, 'pillarCode', sheet.pillar?.code)}
            options={choices.pillars}
            empty="選択してください"
            width="28rem"
            required
          />
          <CheckboxGroup label="政策分野" {...chosen(state, 'fieldCodes', codes)} choices={choices.fields} />
          <Select
            label="元にした好事例"
            support="ほかの好事例を参考にした取組であれば、選んでください。"
            {...typed(state, 'practiceId', sheet.practice?.id)}
            options={choices.practices}
            empty="（なし）"
            width="36rem"
          />
          <div className="flex flex-wrap gap-4">
            <SubmitButton name="intent" value="save" variant="outline">
              保存する
            </SubmitButton>
            {sheet.allowedActions.includes('ask') && (
              <SubmitButton name="intent" value="ask">
                保存して団体に同意を求める
              </SubmitButton>
            )}
          </div>
        </>
      )}
    </Form>
  );
}

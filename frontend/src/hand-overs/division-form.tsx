'use client';

import type { HandOverPreview } from '@musubi/backend/contract/hand-overs';
import { chosen, type FormState, typed } from '@/lib/form-state';
import { Card } from '@/ui/card';
import { Checkbox, CheckboxGroup } from '@/ui/choices';
import { Form, SubmitButton } from '@/ui/form';
import { Select } from '@/ui/select';
import { TextField } from '@/ui/text-field';
import { handOverDivision } from './actions';
import type { Group } from './groups';

/** 課室の引継ぎ: what is ticked goes to the successor; the rest can go to another one afterwards. */
export function DivisionHandOverForm({ preview, groups }: { preview: HandOverPreview; groups: readonly Group[] }) {
  const { from, handOverId, candidates, mayEnd } = preview;
  return (
    <Form action={handOverDivision.bind(null, from.id)}>
      {(state) => (
        <>
          <input type="hidden" name="handOverId" value={handOverId} />
          <Card title="1　引継ぎ先の課室を選ぶ">
            <Select
              label="引継ぎ先"
              {...typed(state, 'successorId')}
              empty="選択してください"
              support="同じ府省庁の課室から選べます。別の府省庁に移るときは、窓口に照会先の変更を依頼してください"
              options={candidates.map(({ id, label }) => ({ value: id, label }))}
              width="36rem"
              required
            />
          </Card>
          {groups.length > 0 && (
            <Card title="2　引き継ぐものを確認する">
              <div className="grid gap-8">
                {groups.map((group) => (
                  <Items key={group.kind} group={group} state={state} />
                ))}
                <p>二つ以上の課室に分けるときは、選択を外して残し、もう一度引継ぎを行ってください。</p>
              </div>
            </Card>
          )}
          <Card title={groups.length > 0 ? '3　引き継ぐ' : '2　課室を終了する'}>
            <div className="grid gap-6">
              <TextField label="理由" {...typed(state, 'reason', '組織改編のため')} required />
              {mayEnd && (
                <Checkbox
                  label="引き継いだら、元の課室を今日で終了する"
                  name="end"
                  support="全てを引き継ぐときだけ終了できます。名簿に後継の課室が記録されます"
                  defaultChecked={state.values?.end === 'true'}
                />
              )}
              <SubmitButton size="lg">引き継ぐ</SubmitButton>
            </div>
          </Card>
        </>
      )}
    </Form>
  );
}

function Items({ group: { kind, title, items }, state }: { group: Group; state: FormState }) {
  return (
    <>
      {items.map(({ key }) => (
        <input key={key} type="hidden" name="seen" value={key} />
      ))}
      <CheckboxGroup
        label={`${title}（${items.length.toLocaleString('ja-JP')}件）`}
        id={`group-${kind}`}
        {...chosen(
          state,
          'moving',
          items.map(({ key }) => key),
        )}
        choices={items.map(({ key, label, note }) => ({ value: key, label, support: note }))}
      />
    </>
  );
}

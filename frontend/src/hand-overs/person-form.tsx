'use client';

import type { HandOverPreview } from '@musubi/backend/contract/hand-overs';
import { typed } from '@/lib/form-state';
import { Card } from '@/ui/card';
import { RadioGroup } from '@/ui/choices';
import { DateField } from '@/ui/date-field';
import { Form, SubmitButton } from '@/ui/form';
import { Select } from '@/ui/select';
import { TextField } from '@/ui/text-field';
import { handOverPerson } from './actions';
import type { Group } from './groups';
import { ItemTable } from './item-table';

const LEAVE = [
  { value: 'stay', label: '利用を続ける', support: '担当替えのときなど' },
  { value: 'now', label: '引き継いだら、すぐに利用を停止する' },
  {
    value: 'later',
    label: '日を決めて利用を停止する',
    support: '停止の日までに増えた仕事は、その日に「後任」へ自動で引き継ぎます',
  },
];

/** 引継ぎ: one successor for all, others for a kind or an item, and when the account stops. */
export function PersonHandOverForm({ preview, groups }: { preview: HandOverPreview; groups: readonly Group[] }) {
  const { from, handOverId, candidates, total, mayEnd } = preview;
  return (
    <Form action={handOverPerson.bind(null, from.id)}>
      {(state) => (
        <>
          <input type="hidden" name="handOverId" value={handOverId} />
          <Card title="1　後任を選ぶ">
            <Select
              label="後任"
              {...typed(state, 'successorId')}
              empty="選択してください"
              support="全てを引き継ぐ人です。種類ごと、1件ごとに別の人を選ぶこともできます"
              options={candidates.map(({ id, name, label }) => ({ value: id, label: `${name}（${label}）` }))}
              width="36rem"
              required={total > 0}
            />
          </Card>
          {groups.length > 0 && (
            <Card title={`2　引き継ぐものを確認する（${total.toLocaleString('ja-JP')}件）`}>
              <div className="grid gap-8">
                {groups.map((group) => (
                  <ItemTable key={group.kind} group={group} candidates={candidates} state={state} />
                ))}
              </div>
            </Card>
          )}
          <Card title={groups.length > 0 ? '3　引き継ぐ' : '2　利用を停止する'}>
            <div className="grid gap-6">
              <TextField
                label="理由"
                {...typed(state, 'reason', '人事異動のため')}
                support="窓口の履歴と監査記録に残ります"
                required
              />
              {mayEnd && (
                <>
                  <RadioGroup
                    label={`${from.name}さんの利用`}
                    name="leave"
                    choices={LEAVE}
                    defaultValue={String(state.values?.leave ?? 'stay')}
                    error={state.fields?.leave}
                  />
                  <DateField label="利用を停止する日（日を決めるとき）" {...typed(state, 'leavesOn')} />
                </>
              )}
              <SubmitButton size="lg">
                {total > 0 ? `${total.toLocaleString('ja-JP')}件を引き継ぐ` : '確定する'}
              </SubmitButton>
            </div>
          </Card>
        </>
      )}
    </Form>
  );
}

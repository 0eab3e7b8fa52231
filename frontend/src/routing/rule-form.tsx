'use client';

import type { RoutingRuleEffect } from '@musubi/backend/contract/routing-rules';
import { typed } from '@/lib/form-state';
import { Form, SubmitButton } from '@/ui/form';
import { type Option, Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { saveRoutingRule } from './rule-actions';
import { RuleEffect } from './rule-effect';

interface Props {
  fields: readonly Option[];
  prefectures: readonly Option[];
  ministries: readonly Option[];
}

/** A rule whom to ask: first the cases that it would have met, then the button that makes it. */
export function RoutingRuleForm({ fields, prefectures, ministries }: Props) {
  return (
    <Form action={saveRoutingRule}>
      {(state) => {
        const effect = state.preview as RoutingRuleEffect | undefined;
        return (
          <>
            <Select
              label="政策分野"
              support="政策分野と都道府県の両方を選ぶと、両方に当てはまる相談だけを対象にします。"
              {...typed(state, 'fieldCode')}
              options={fields}
              empty="すべての分野"
            />
            <Select
              label="都道府県"
              {...typed(state, 'prefectureCode')}
              options={prefectures}
              empty="すべての都道府県"
            />
            <Select
              label="照会する府省庁"
              {...typed(state, 'ministryId')}
              options={ministries}
              empty="選択してください"
              required
            />
            <TextArea label="根拠又は理由" {...typed(state, 'reason')} limit={200} rows={2} required />
            {effect && <RuleEffect effect={effect} />}
            {effect && <input type="hidden" name="seal" value={effect.seal ?? ''} />}
            <div className="flex flex-wrap gap-4">
              <SubmitButton name="intent" value="preview" variant={effect ? 'outline' : 'solid'}>
                過去の相談に当てはめる
              </SubmitButton>
              {effect && (
                <SubmitButton name="intent" value="apply">
                  この規則を定める
                </SubmitButton>
              )}
            </div>
          </>
        );
      }}
    </Form>
  );
}

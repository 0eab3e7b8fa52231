'use client';

import type { HealthRule } from '@musubi/backend/contract/team-health';
import { typed } from '@/lib/form-state';
import { DateField } from '@/ui/date-field';
import { Form, SubmitButton } from '@/ui/form';
import { TextField } from '@/ui/text-field';
import { addRule } from './actions';

export function RuleForm({ rule, today }: { rule: HealthRule; today: string }) {
  const number = { inputMode: 'numeric', width: '8rem', required: true } as const;
  return (
    <Form action={addRule}>
      {(state) => (
        <>
          <DateField label="適用を始める日" required min={today} {...typed(state, 'validFrom')} />
          <TextField
            label="連絡なしとする日数（行政機関の開庁日）"
            {...number}
            {...typed(state, 'contactWorkdays', rule.contactWorkdays)}
          />
          <TextField label="訪問なしとする月数" {...number} {...typed(state, 'visitMonths', rule.visitMonths)} />
          <TextField
            label="事務局に知らせるまでの日数（行政機関の開庁日）"
            {...number}
            {...typed(state, 'escalateWorkdays', rule.escalateWorkdays)}
          />
          <div>
            <SubmitButton>基準を加える</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}

'use client';

import type { KeptRule } from '@musubi/backend/contract/deadlines';
import { typed } from '@/lib/form-state';
import { Checkbox } from '@/ui/choices';
import { DateField } from '@/ui/date-field';
import { Form } from '@/ui/form';
import { PreviewButtons } from '@/ui/preview-buttons';
import { Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { saveRule } from './actions';

interface Props {
  rule: KeptRule;
  /** The newest rule of the kind; what is made now comes after it. */
  seen: number;
  today: string;
  calendars: readonly { value: string; label: string }[];
  kinds: Readonly<Record<string, string>>;
}

/** A new rule for one kind of deadline, starting from the one in force. */
export function RuleForm({ rule, seen, today, calendars, kinds }: Props) {
  return (
    <Form action={saveRule.bind(null, rule.kind)}>
      {(state) => (
        <>
          <input type="hidden" name="seen" value={seen} />
          <DateField
            label="この規則を使い始める日"
            {...typed(state, 'validFrom', today)}
            support="この日以降に数え始める期限に使います。過去の日を入れると、その日以降に始まった対応中の期限を計算し直します。"
            required
          />
          {rule.workdays !== null && (
            <TextField
              label="営業日数"
              {...typed(state, 'workdays', rule.workdays)}
              inputMode="numeric"
              width="6rem"
              required
            />
          )}
          <Select label="休日の暦" {...typed(state, 'calendar', rule.calendar)} options={calendars} required />
          <TextField
            label="締切時刻"
            {...typed(state, 'cutOff', rule.cutOff)}
            support="この時刻を過ぎて届いたものは、次の営業日から数えます。"
            width="6rem"
            required
          />
          <TextField
            label="リマインドする日"
            {...typed(state, 'reminders', rule.reminders.join('、'))}
            support="期限からの営業日数。「-3、0、1」は、3営業日前、当日、翌営業日。"
            width="12rem"
          />
          <TextField
            label="管理職に知らせる日"
            {...typed(state, 'escalation', rule.escalation)}
            support="期限を過ぎてからの営業日数。空欄のときは知らせません。"
            inputMode="numeric"
            width="6rem"
          />
          <Checkbox
            label="相手方の返答を待つ間は、期限を止める（差戻しの補正、府省庁からの質問）"
            name="pauses"
            defaultChecked={state.values ? state.values.pauses === 'true' : rule.pauses}
          />
          <TextArea label="変更の理由" {...typed(state, 'reason')} limit={200} rows={2} required />
          <PreviewButtons state={state} kinds={kinds}>
            この規則に変更する
          </PreviewButtons>
        </>
      )}
    </Form>
  );
}

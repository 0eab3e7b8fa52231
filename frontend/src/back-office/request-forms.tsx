'use client';

import { type SupportPassage, USEFULNESS_LABEL } from '@musubi/backend/contract/back-office';
import { chosen, typed } from '@/lib/form-state';
import { CheckboxGroup, RadioGroup } from '@/ui/choices';
import { Form, SubmitButton } from '@/ui/form';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { answerTeam, rateSupport, setSupport, withdrawSupport } from './actions';

/** All answers of the ministries go with it until one is left out. */
export function AnswerForm({ id, collected }: { id: string; collected: readonly SupportPassage[] }) {
  return (
    <Form action={answerTeam.bind(null, id)}>
      {(state) => (
        <>
          <TextArea label="支援チームへの回答" required limit={4000} rows={8} {...typed(state, 'text')} />
          {collected.length > 0 && (
            <CheckboxGroup
              label="回答に添える府省庁の回答"
              choices={collected.map(({ answerId, ministry, measureName, question, points }) => ({
                value: answerId,
                label: [ministry, measureName].filter(Boolean).join('　'),
                support: `${question} → ${points}`,
              }))}
              {...chosen(
                state,
                'answerIds',
                collected.map(({ answerId }) => answerId),
              )}
            />
          )}
          <SubmitButton>支援チームに回答する</SubmitButton>
        </>
      )}
    </Form>
  );
}

const MARKS = [5, 4, 3, 2, 1].map((mark) => ({ value: String(mark), label: `${mark}　${USEFULNESS_LABEL[mark]}` }));

export function RateForm({ id, score, word }: { id: string; score: number | null; word: string }) {
  return (
    <Form action={rateSupport.bind(null, id)}>
      {(state) => (
        <>
          <RadioGroup label="役立ち度" required choices={MARKS} {...typed(state, 'score', score)} />
          <TextArea label="ひとこと" rows={3} limit={500} {...typed(state, 'word', word)} />
          <SubmitButton>役立ち度を知らせる</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function WithdrawForm({ id }: { id: string }) {
  return (
    <Form action={withdrawSupport.bind(null, id)}>
      {(state) => (
        <>
          <TextArea label="取下げの理由" required rows={3} limit={500} {...typed(state, 'reason')} />
          <SubmitButton variant="danger">依頼を取り下げる</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function SettingsForm({ toldAfterDays }: { toldAfterDays: number }) {
  return (
    <Form action={setSupport}>
      {(state) => (
        <>
          <TextField
            label="使っていないチームに案内するまでの日数"
            required
            inputMode="numeric"
            width="8rem"
            support="支援期間の初日から数えます。案内は、チームごとに一度だけ送ります。"
            {...typed(state, 'toldAfterDays', toldAfterDays)}
          />
          <SubmitButton variant="outline">日数を変更する</SubmitButton>
        </>
      )}
    </Form>
  );
}

'use client';

import type { Continuation, Continuations } from '@musubi/backend/contract/continuation';
import { chosen, typed } from '@/lib/form-state';
import { CheckboxGroup, RadioGroup } from '@/ui/choices';
import { Form, SubmitButton } from '@/ui/form';
import { Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { decideContinuation, wishContinuation } from './actions';
import { yearsInWords } from './words';

const YEARS = [1, 2, 3, 4, 5, 0].map((years) => ({ value: String(years), label: yearsInWords(years) }));

export function WishForm({ continuation: { teamId, wish, members } }: { continuation: Continuation }) {
  const officers = members.map(({ memberId, name, ministry }) => ({ value: memberId, label: `${ministry}　${name}` }));
  return (
    <Form action={wishContinuation.bind(null, teamId)} idPrefix="wish-">
      {(state) => (
        <>
          <RadioGroup label="次年度以降の継続" {...typed(state, 'years', wish?.years)} choices={YEARS} required />
          <TextArea
            label="継続して取り組みたいこと"
            support="次年度の応募の下書きに引き継ぎます。"
            {...typed(state, 'note', wish?.note)}
            limit={500}
          />
          {officers.length > 0 && (
            <CheckboxGroup
              label="引き続き希望する支援官"
              support="希望は編成の参考にします。支援官には見えません。"
              {...chosen(
                state,
                'again',
                wish?.again.map(({ memberId }) => memberId),
              )}
              choices={officers}
            />
          )}
          <div>
            <SubmitButton>希望を伝える</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}

export function DecideForm({ teamId, targets }: { teamId: string; targets: Continuations['targets'] }) {
  return (
    <Form action={decideContinuation.bind(null, teamId)} idPrefix="decide-">
      {(state) => (
        <>
          <RadioGroup
            label="決定"
            {...typed(state, 'outcome')}
            choices={[
              { value: 'carried', label: '引き継ぐ（団体の応募の下書きを作る）' },
              { value: 'notCarried', label: '引き継がない' },
            ]}
            required
          />
          <Select
            label="引継ぎ先の年度"
            support={targets.length === 0 ? '次の年度の募集を公示すると、ここで選べます。' : undefined}
            {...typed(state, 'roundId', targets[0]?.id)}
            options={targets.map(({ id, name }) => ({ value: id, label: name }))}
            empty="選んでください"
          />
          <TextArea
            label="決定の理由"
            support="団体には見えません。"
            {...typed(state, 'reason')}
            limit={500}
            required
          />
          <div>
            <SubmitButton>決定する</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}

'use client';

import { typed } from '@/lib/form-state';
import { Checkbox } from '@/ui/choices';
import { DateField } from '@/ui/date-field';
import { Form, SubmitButton } from '@/ui/form';
import { type Option, Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { join, leave } from './actions';

interface LeaveProps {
  teamId: string;
  memberId: string;
  /** What the person still has to do, for the successor. */
  openPromises: number;
  successors: Option[];
}

export function LeaveForm({ teamId, memberId, openPromises, successors }: LeaveProps) {
  const prefix = `${memberId}-`;
  const of = (name: string) => ({ id: prefix + name });
  return (
    <Form action={leave.bind(null, teamId, memberId)} idPrefix={prefix}>
      {(state) => (
        <>
          <DateField
            label="チームを離れる日"
            support="この日から、チームのページを見ることができなくなります。"
            {...typed(state, 'leftOn')}
            {...of('leftOn')}
            required
          />
          <TextField
            label="理由"
            {...typed(state, 'reason')}
            {...of('reason')}
            support="チームと団体にも見えます。"
            required
          />
          <TextArea
            label="引継ぎの内容"
            support="進んでいること、次にすること、団体に約束したこと。"
            {...typed(state, 'handOver')}
            {...of('handOver')}
            limit={4000}
            required
          />
          {openPromises > 0 && (
            <Select
              label={`済んでいない約束（${openPromises}件）を引き継ぐ人`}
              {...typed(state, 'successor')}
              {...of('successor')}
              options={successors}
              empty="選んでください"
              required
            />
          )}
          <SubmitButton variant="danger">離れることを記録する</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function JoinForm({ teamId, candidates }: { teamId: string; candidates: Option[] }) {
  return (
    <Form action={join.bind(null, teamId)}>
      {(state) => (
        <>
          <Select
            label="加わる支援官"
            support="この年度に応募し、所属長が同意し、どのチームにもいない支援官です。"
            {...typed(state, 'applicationId')}
            options={candidates}
            empty="選んでください"
            width="32rem"
            required
          />
          <Checkbox
            label="同じ府省庁の支援官がチームにいてもよい"
            {...typed(state, 'sameMinistry')}
            defaultChecked={state.values?.sameMinistry === 'true'}
          />
          <SubmitButton>チームに加える</SubmitButton>
        </>
      )}
    </Form>
  );
}

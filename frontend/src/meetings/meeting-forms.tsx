'use client';

import type { Meeting } from '@musubi/backend/contract/meetings';
import { chosen, typed } from '@/lib/form-state';
import { CheckboxGroup, type Choice } from '@/ui/choices';
import { Form, SubmitButton } from '@/ui/form';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { answerCandidates, cancel, decide, propose, recordMinutes } from './actions';
import { CandidateFields, MethodField, MinutesField } from './fields';

interface Props {
  meeting: Meeting;
}
const prefixOf = ({ id }: Meeting, action: string) => `${action}-${id}-`;

export function ProposeForm({ meeting }: Props) {
  const prefix = prefixOf(meeting, 'propose');
  return (
    <Form action={propose.bind(null, meeting.id, meeting.version)} idPrefix={prefix}>
      {(state) => (
        <>
          <CandidateFields state={state} prefix={prefix} required />
          <SubmitButton variant="outline">候補日を団体に示す</SubmitButton>
        </>
      )}
    </Form>
  );
}

/** `labels`: the candidates in words, in their order. */
export function AnswerForm({ meeting, labels }: Props & { labels: string[] }) {
  const prefix = prefixOf(meeting, 'answer');
  const choices = labels.map((label, i) => ({ value: String(i), label }));
  const stored = meeting.candidates.flatMap(({ suits }, i) => (suits ? [String(i)] : []));
  return (
    <Form action={answerCandidates.bind(null, meeting.id, meeting.version)} idPrefix={prefix}>
      {(state) => (
        <>
          <CheckboxGroup
            label="都合のよい候補日（複数可）"
            support="どれも合わない場合は、選ばずに送ってください。"
            {...chosen(state, 'suits', stored)}
            id={`${prefix}suits`}
            choices={choices}
          />
          <SubmitButton>都合を伝える</SubmitButton>
        </>
      )}
    </Form>
  );
}

/** `local`: the date that stands there already, as a date field writes it. */
export function DecideForm({ meeting, ministries, local }: Props & { ministries: Choice[]; local: string }) {
  const prefix = prefixOf(meeting, 'decide');
  return (
    <Form action={decide.bind(null, meeting.id, meeting.version)} idPrefix={prefix}>
      {(state) => (
        <>
          <TextField
            type="datetime-local"
            label="日時"
            {...typed(state, 'startsAt', local)}
            id={`${prefix}startsAt`}
            width="16rem"
            required
          />
          <MinutesField state={state} prefix={prefix} stored={meeting.minutes ?? 60} />
          <MethodField state={state} prefix={prefix} stored={meeting.method} />
          <TextField
            label="場所または接続先"
            support="オンラインの場合は、会議のアドレスを入力してください。"
            {...typed(state, 'place', meeting.place)}
            id={`${prefix}place`}
            required
          />
          {ministries.length > 0 && (
            <CheckboxGroup
              label="案内を送る府省庁"
              {...chosen(
                state,
                'ministryIds',
                meeting.ministries.map(({ id }) => id),
              )}
              id={`${prefix}ministryIds`}
              choices={ministries}
            />
          )}
          <SubmitButton>日時を決めて案内を送る</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function MinutesForm({ meeting }: Props) {
  const prefix = prefixOf(meeting, 'minutes');
  return (
    <Form action={recordMinutes.bind(null, meeting.id, meeting.version)} idPrefix={prefix}>
      {(state) => (
        <>
          <TextArea
            label="議事メモ（団体にも見えます）"
            {...typed(state, 'text', meeting.minutesText)}
            id={`${prefix}text`}
            limit={8000}
            rows={8}
            required
          />
          <SubmitButton>議事メモを保存する</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function CancelForm({ meeting }: Props) {
  const prefix = prefixOf(meeting, 'cancel');
  return (
    <Form action={cancel.bind(null, meeting.id, meeting.version)} idPrefix={prefix}>
      {(state) => (
        <>
          <TextArea
            label="取りやめる理由"
            {...typed(state, 'reason')}
            id={`${prefix}reason`}
            limit={400}
            rows={2}
            required
          />
          <SubmitButton variant="danger">打合せを取りやめる</SubmitButton>
        </>
      )}
    </Form>
  );
}

'use client';

import type { AppointmentLetter } from '@musubi/backend/contract/appointments';
import { typed } from '@/lib/form-state';
import { RadioGroup } from '@/ui/choices';
import { DateField } from '@/ui/date-field';
import { Form, SubmitButton } from '@/ui/form';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { approve, editLetter, publish } from './actions';

export function ApproveForm(approved: { id: string; roundId: string; version: number }) {
  return (
    <Form action={approve.bind(null, approved)} idPrefix="approve-" className="grid gap-4">
      {(state) => (
        <>
          <TextArea
            label="確定の理由"
            support="確定すると、この編成案は変更できなくなります。"
            {...typed(state, 'reason')}
            id="approve-reason"
            rows={2}
            limit={500}
            required
          />
          <div>
            <SubmitButton>編成を確定し、任命する</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}

export function LetterForm({ roundId, letter }: { roundId: string; letter: AppointmentLetter }) {
  return (
    <Form action={editLetter.bind(null, roundId)} className="grid gap-4">
      {(state) => (
        <>
          <TextField label="件名" {...typed(state, 'subject', letter.subject)} required />
          <TextField label="発信者" {...typed(state, 'sender', letter.sender)} required />
          <DateField label="日付" {...typed(state, 'issuedOn', letter.issuedOn)} required />
          <TextArea
            label="本文"
            support="{氏名}、{府省庁}、{所属}、{団体}、{年度}、{任期}は、一人ずつの内容に置き換わります。"
            {...typed(state, 'body', letter.body)}
            rows={6}
            limit={2000}
            required
          />
          <div>
            <SubmitButton variant="outline">文面を保存する</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}

export function PublishForm({ roundId }: { roundId: string }) {
  return (
    <Form action={publish.bind(null, roundId)} className="grid gap-4">
      {(state) => (
        <>
          <RadioGroup
            label="支援官の載せ方"
            {...typed(state, 'withNames')}
            choices={[
              { value: 'false', label: '府省庁だけを載せる' },
              { value: 'true', label: '府省庁と氏名を載せる' },
            ]}
            required
          />
          <div>
            <SubmitButton>一覧を公表する</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}

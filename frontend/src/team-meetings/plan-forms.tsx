'use client';

import { typed } from '@/lib/form-state';
import { Form, SubmitButton } from '@/ui/form';
import type { Option } from '@/ui/select';
import { StoredVersion } from '@/ui/stored-version';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { addHeld, cancel, move, plan } from './actions';
import { PromiseRows } from './promise-fields';
import { ShareDecisions } from './share-decisions';
import { WhenFields } from './when-fields';

export function PlanForm({ teamId }: { teamId: string }) {
  return (
    <Form action={plan.bind(null, teamId)}>
      {(state) => (
        <>
          <WhenFields state={state} />
          <TextArea label="議題" {...typed(state, 'agenda')} rows={3} />
          <SubmitButton>会議を予定し、案内を送る</SubmitButton>
        </>
      )}
    </Form>
  );
}

interface Planned {
  version: number;
  startsAt: string;
  minutes: number;
  url: string;
  place: string;
}

/** `startsAt` is Tokyo wall time. */
export function MoveForm({ teamId, id, planned }: { teamId: string; id: string; planned: Planned }) {
  return (
    <Form action={move.bind(null, teamId, id)} idPrefix="move-">
      {(state) => (
        <>
          <StoredVersion<Planned>
            state={state}
            version={planned.version}
            show={({ url, place }) => [
              { term: 'オンライン会議のアドレス', value: url || '－' },
              { term: '場所', value: place || '－' },
            ]}
          />
          <WhenFields state={state} stored={planned} />
          <SubmitButton variant="outline">変更し、案内を送り直す</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function CancelForm({ teamId, id, version }: { teamId: string; id: string; version: number }) {
  return (
    <Form action={cancel.bind(null, teamId, id, version)}>
      {(state) => (
        <>
          <TextField label="取りやめる理由" {...typed(state, 'reason')} required />
          <SubmitButton variant="danger">取りやめる</SubmitButton>
        </>
      )}
    </Form>
  );
}

/** A 会議 that nobody had planned: the same entry, with its day. */
export function HeldForm({ teamId, owners, ids }: { teamId: string; owners: Option[]; ids: string[] }) {
  return (
    <Form action={addHeld.bind(null, teamId, ids)}>
      {(state) => (
        <>
          <WhenFields state={state} held />
          <TextArea label="議題" {...typed(state, 'agenda')} rows={3} />
          <TextArea label="出席者" {...typed(state, 'attendees')} rows={2} />
          <TextArea label="要旨" {...typed(state, 'notes')} rows={8} />
          <TextArea label="決定" {...typed(state, 'decisions')} rows={4} />
          <PromiseRows state={state} owners={owners} ids={ids} />
          <ShareDecisions state={state} shared={false} />
          <SubmitButton>開催済みとして保存する</SubmitButton>
        </>
      )}
    </Form>
  );
}

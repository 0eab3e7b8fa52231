'use client';

import type { ReviewSheet, Selection } from '@musubi/backend/contract/selection';
import type { ReactNode } from 'react';
import { chosen, typed } from '@/lib/form-state';
import { CheckboxGroup } from '@/ui/choices';
import { Form, SubmitButton } from '@/ui/form';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { assignReviewers, decide, issueLetters, moveUp, reconsider, saveReview } from './actions';

export function AssignForm({ roundId, reviewers }: { roundId: string; reviewers: Selection['reviewers'] }) {
  const choices = reviewers.map(({ id, name, assigned }) => ({ value: id, label: `${name}（担当${assigned}件）` }));
  const now = reviewers.filter(({ assigned }) => assigned > 0).map(({ id }) => id);
  return (
    <Form action={assignReviewers.bind(null, roundId)} idPrefix="assign-" className="grid gap-4">
      {(state) => (
        <>
          <CheckboxGroup label="審査員" {...chosen(state, 'reviewerIds', now)} choices={choices} inline required />
          <div>
            <SubmitButton variant="outline">応募に割り当てる</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}

/** The table of the selection with a choice in each row stands inside; its address is that of the reason below. */
export function DecideForm({ roundId, children }: { roundId: string; children: ReactNode }) {
  return (
    <Form action={decide.bind(null, roundId)} idPrefix="decide-" className="grid gap-4">
      {(state) => (
        <>
          {children}
          <TextField label="決定の理由（通知文に載ります）" {...typed(state, 'reason')} required />
          <div>
            <SubmitButton>選んだ結果に決める</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}

export function LettersForm({ roundId, untold }: { roundId: string; untold: number }) {
  return (
    <Form action={issueLetters.bind(null, roundId)} idPrefix="letters-">
      {() => (
        <div>
          <SubmitButton>{`まだ通知していない${untold}団体に通知文を送る`}</SubmitButton>
        </div>
      )}
    </Form>
  );
}

interface RowProps {
  roundId: string;
  id: string;
  action: 'moveUp' | 'reconsider';
  label: string;
}

export function ReasonForm({ roundId, id, action, label }: RowProps) {
  const act = action === 'moveUp' ? moveUp : reconsider;
  return (
    <Form action={act.bind(null, roundId, id)} idPrefix={`${action}-${id}-`} className="grid gap-2">
      {(state) => (
        <>
          <TextField label="理由" {...typed(state, 'reason')} id={`${action}-${id}-reason`} required />
          <div>
            <SubmitButton variant="outline" size="sm">
              {label}
            </SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}

export function ReviewForm({ sheet, mine }: { sheet: ReviewSheet; mine: NonNullable<ReviewSheet['mine']> }) {
  return (
    <Form action={saveReview.bind(null, sheet.applicationId, mine.version)} className="grid gap-4">
      {(state) => (
        <>
          {sheet.criteria.map(({ key, label, help, most, weight }) => (
            <TextField
              key={key}
              label={`${label}（0〜${most}点、重み${weight}）`}
              support={help}
              {...typed(state, `scores.${key}`, mine.scores[key] ?? '')}
              inputMode="numeric"
              width="6rem"
            />
          ))}
          <TextArea label="所見" {...typed(state, 'comment', mine.comment)} rows={4} limit={1000} />
          <div className="flex flex-wrap gap-2">
            <SubmitButton variant="outline" name="intent" value="save">
              下書きを保存
            </SubmitButton>
            <SubmitButton name="intent" value="handIn">
              審査票を提出する
            </SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}

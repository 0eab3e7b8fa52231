'use client';

import type { TeamSurveySlot } from '@musubi/backend/contract/team-surveys';
import { typed } from '@/lib/form-state';
import { DateField } from '@/ui/date-field';
import { Form, SubmitButton } from '@/ui/form';
import { planTeamSurvey } from './team-actions';

/** The days of one survey. Of one that is open, only the last one moves. */
export function PlanForm({ roundId, slot }: { roundId: string; slot: TeamSurveySlot }) {
  const { survey, occasion, opensOn, closesOn, state } = slot;
  const prefix = `${survey}-${occasion}-`;
  const open = state === 'open';
  return (
    <Form action={planTeamSurvey.bind(null, roundId, { survey, occasion })} idPrefix={prefix} className="grid gap-4">
      {(form) => (
        <>
          <div className="flex flex-wrap gap-4">
            {open ? (
              <input type="hidden" name="opensOn" value={opensOn ?? ''} />
            ) : (
              <DateField label="開始日" {...typed(form, 'opensOn', opensOn)} id={`${prefix}opensOn`} required />
            )}
            <DateField label="回答の期限" {...typed(form, 'closesOn', closesOn)} id={`${prefix}closesOn`} required />
          </div>
          <div>
            <SubmitButton variant="outline">
              {open ? '期限を変える' : state === 'planned' ? '日程を変える' : 'この日程で実施する'}
            </SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}

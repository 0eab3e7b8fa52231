'use server';

import type { Recount } from '@musubi/backend/contract/deadlines';
import { typedNumber } from '@musubi/backend/contract/typed-number';
import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState, Values } from '@/lib/form-state';
import { isSeen, shownFirst } from '@/lib/previewed';
import { submitForm } from '@/lib/submit-form';

function ruleOf(values: Values) {
  const { seen, validFrom, calendar, workdays, cutOff, reminders, escalation, pauses, reason } = values;
  return {
    ...{ seen: Number(seen), validFrom, calendar, cutOff, reason },
    workdays: typedNumber(workdays),
    reminders: String(reminders ?? '')
      .split(/[\s,、，]+/)
      .filter(Boolean)
      .map(typedNumber),
    escalation: typedNumber(escalation),
    pauses: pauses === 'true',
  };
}

export async function saveRule(kind: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const isPreview = !isSeen(values);
    const path = `/deadline-rules/${kind}?preview=${isPreview}`;
    const preview = await api<Recount>(path, { method: 'POST', body: ruleOf(values) });
    if (isPreview) return shownFirst(values, preview);
    redirect('/admin/deadline-rules?done=updated');
  });
}

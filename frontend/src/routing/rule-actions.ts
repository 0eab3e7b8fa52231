'use server';

import type { RoutingRuleEffect } from '@musubi/backend/contract/routing-rules';
import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState } from '@/lib/form-state';
import { leadOn } from '@/lib/lead-on';
import { submitForm } from '@/lib/submit-form';
import { shownBefore } from './shown-before';

export async function saveRoutingRule(_: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const { fieldCode, prefectureCode, ministryId, reason, seal = '' } = values;
    const body = { fieldCode: fieldCode || null, prefectureCode: prefectureCode || null, ministryId, reason, seal };
    const { shown } = await shownBefore(values, (preview) =>
      api<RoutingRuleEffect>(`/routing-rules?preview=${preview}`, { method: 'POST', body }),
    );
    if (shown) return shown;
    redirect('/admin/routing-rules?done=created');
  });
}

export async function endRoutingRule(id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    await api(`/routing-rules/${id}/end`, { method: 'POST' });
    leadOn('/admin/routing-rules?done=ended');
  });
}

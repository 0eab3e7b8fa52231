'use server';

import type { RoutingRuleEffect } from '@musubi/backend/contract/routing-rules';
import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState } from '@/lib/form-state';
import { leadOn } from '@/lib/lead-on';
import { submitForm } from '@/lib/submit-form';

export async function saveRoutingRule(_: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const isPreview = values.intent !== 'apply';
    const { fieldCode, prefectureCode, ministryId, reason } = values;
    const body = { fieldCode: fieldCode || null, prefectureCode: prefectureCode || null, ministryId, reason };
    const preview = await api<RoutingRuleEffect>(`/routing-rules?preview=${isPreview}`, { method: 'POST', body });
    if (isPreview) return { preview, values };
    redirect('/admin/routing-rules?done=created');
  });
}

export async function endRoutingRule(id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    await api(`/routing-rules/${id}/end`, { method: 'POST' });
    leadOn('/admin/routing-rules?done=ended');
  });
}

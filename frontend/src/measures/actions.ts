'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState } from '@/lib/form-state';
import { leadOn } from '@/lib/lead-on';
import { submitForm } from '@/lib/submit-form';

const MOST_COMPARED = 4;
const listed = (value: string | string[] | undefined): string[] => [value ?? []].flat();
const kept = (id: string) => `/measure-basket/${encodeURIComponent(id)}`;

/** What is done with the measures that were ticked in a list: compared, put into the basket or taken out. */
export async function actOnChosen(back: Route, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async (values) => {
    const ids = listed(values.id);
    if (values.intent === 'compare') {
      if (ids.length < 2 || ids.length > MOST_COMPARED)
        return { message: `比べる施策を2件から${MOST_COMPARED}件まで選んでください。`, values };
      redirect(`/measures/compare?${new URLSearchParams(ids.map((id) => ['id', id]))}` as Route);
    }
    if (ids.length === 0) return { message: '施策を選んでください。', values };
    const method = values.intent === 'dismiss' ? 'DELETE' : 'PUT';
    for (const id of ids) await api(kept(id), { method });
    redirect(back);
  });
}

export async function keep(id: string, back: Route, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    await api(kept(id), { method: 'PUT' });
    redirect(back);
  });
}

export async function dismiss(id: string, back: Route, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    await api(kept(id), { method: 'DELETE' });
    redirect(back);
  });
}

export async function emptyBasket(_: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    await api('/measure-basket', { method: 'DELETE' });
    redirect('/measures/basket');
  });
}

export async function tryFile(_: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    const chosen = form.get('file');
    const body = new FormData();
    if (chosen instanceof File && chosen.size > 0) body.append('file', chosen, chosen.name);
    const { id } = await api<{ id: string }>('/measure-imports', { method: 'POST', body });
    leadOn(`/measures/import/${id}` as Route);
  });
}

export async function applyImport(id: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async () => {
    await api(`/measure-imports/${id}/apply`, { method: 'POST' });
    leadOn(`/measures/import/${id}?done=imported` as Route);
  });
}

export async function updateMeasureSettings(_: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ version, public: open }) => {
    await api('/measure-settings', { method: 'PUT', body: { version: Number(version), public: open === 'true' } });
    redirect('/measures/settings?done=updated' as Route);
  });
}

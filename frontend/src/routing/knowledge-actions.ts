'use server';

import type { KnowledgeEffect, KnowledgeKind } from '@musubi/backend/contract/knowledge';
import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { api } from '@/lib/api';
import type { FormState, Values } from '@/lib/form-state';
import { Refused } from '@/lib/refused';
import { submitForm } from '@/lib/submit-form';
import { shownBefore } from './shown-before';

const text = (values: Values, name: string): string => ([values[name] ?? ''].flat()[0] ?? '').trim();

/** One word a line; people also part them by commas. */
const words = (values: Values, name: string): string[] =>
  text(values, name)
    .split(/[\n、，,]+/)
    .map((word) => word.trim())
    .filter(Boolean);

function entryOf(values: Values) {
  const { seen, source, reason, removed, seal = '' } = values;
  return {
    ...{ seen: Number(seen), source, reason, removed: removed === 'true', seal },
    ...{ head: words(values, 'head'), words: words(values, 'words') },
  };
}

export async function saveEntry(
  kind: KnowledgeKind,
  id: string | null,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(form, async (values) => {
    const path = `/knowledge/${kind}${id ? `/${id}` : ''}`;
    const send = (preview: boolean) =>
      api<KnowledgeEffect>(`${path}?preview=${preview}`, { method: 'POST', body: entryOf(values) });
    try {
      const { made, shown } = await shownBefore(values, send);
      if (shown) return shown;
      redirect(`/admin/knowledge/${kind}/${made.id}?done=changed` as Route);
    } catch (error) {
      throw wordsAtTheirField(error);
    }
  });
}

/** A fault of one word is shown at the field in which all of them stand. */
function wordsAtTheirField(error: unknown): unknown {
  if (!(error instanceof Refused)) return error;
  const fields = Object.entries(error.problem.fields ?? {}).map(([name, message]) => [name.split('.')[0], message]);
  return new Refused({ ...error.problem, fields: Object.fromEntries(fields) });
}

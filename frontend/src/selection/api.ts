import type { OutcomeLetter, ReviewSheet, Selection } from '@musubi/backend/contract/selection';
import { cache } from 'react';
import { api, refusal, send } from '@/lib/api';

export const getSelection = (roundId: string) => api<Selection>(`/rounds/${roundId}/selection`);
export const getReview = cache((id: string) => api<ReviewSheet>(`/applications/${id}/review`));

/** null until a letter is issued. */
export async function getLetter(id: string): Promise<OutcomeLetter | null> {
  const response = await send(`/applications/${id}/letter`);
  if (response.status === 404) return null;
  if (!response.ok) throw await refusal(response);
  return response.json();
}

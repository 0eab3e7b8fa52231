import type { CurrentReplySettings, ReplyPage } from '@musubi/backend/contract/replies';
import { cache } from 'react';
import { withParams } from '@/lib/address';
import { api } from '@/lib/api';

/** The reply in work for the desk, the last issued one for all others; `no` asks for an earlier one. */
export const getReply = cache((id: string, no?: string) =>
  api<ReplyPage>(withParams(`/consultations/${id}/reply`, {}, { no: no ?? null })),
);

export const getReplySettings = () => api<CurrentReplySettings>('/reply-settings');

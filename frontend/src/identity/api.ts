import type { Absences } from '@musubi/backend/contract/absences';
import type { Invitation, Me, Session } from '@musubi/backend/contract/identity';
import { cache } from 'react';
import { api } from '@/lib/api';

export const getMe = cache(() => api<Me>('/me'));
export const getSessions = () => api<{ items: Session[]; total: number }>('/me/sessions');
export const getInvitation = (token: string) => api<Invitation>(`/invitations/${encodeURIComponent(token)}`);
export const getOwnAbsences = () => api<Absences>('/me/absences');
export const getAbsences = (id: string) => api<Absences>(`/people/${encodeURIComponent(id)}/absences`);

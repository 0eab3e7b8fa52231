import type { Invitation, Me, Session } from '@musubi/backend/contract/identity';
import { cache } from 'react';
import { api } from '@/lib/api';

export const getMe = cache(() => api<Me>('/me'));
export const getSessions = () => api<{ items: Session[]; total: number }>('/me/sessions');
export const getInvitation = (token: string) => api<Invitation>(`/invitations/${encodeURIComponent(token)}`);

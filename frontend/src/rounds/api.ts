import type { Round, Rounds } from '@musubi/backend/contract/rounds';
import { cache } from 'react';
import { api } from '@/lib/api';

export const getRounds = () => api<Rounds>('/rounds');
export const getRound = cache((id: string) => api<Round>(`/rounds/${id}`));

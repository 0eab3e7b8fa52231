import type { Meetings } from '@musubi/backend/contract/meetings';
import { api } from '@/lib/api';

export const getMeetings = (consultationId: string) => api<Meetings>(`/consultations/${consultationId}/meetings`);

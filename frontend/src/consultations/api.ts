import type { ConsultationDetail } from '@musubi/backend/contract/consultations';
import { cache } from 'react';
import { api } from '@/lib/api';

export const getConsultation = cache((id: string) =>
  api<ConsultationDetail>(`/consultations/${encodeURIComponent(id)}`),
);

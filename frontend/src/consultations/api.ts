import type {
  Board,
  ConsultationDetail,
  ConsultationPage,
  HistoryRow,
  Note,
} from '@musubi/backend/contract/consultations';
import type { Work } from '@musubi/backend/contract/work';
import { cache } from 'react';
import { type SearchParams, withParams } from '@/lib/address';
import { api } from '@/lib/api';

interface Page<Item> {
  items: Item[];
  total: number;
}

const of = (id: string, rest = '') => `/consultations/${encodeURIComponent(id)}${rest}`;

export const getConsultation = cache((id: string) => api<ConsultationDetail>(of(id)));
export const getConsultations = (query: SearchParams) => api<ConsultationPage>(withParams('/consultations', query, {}));
export const getBoard = (query: SearchParams) => api<Board>(withParams('/board', query, {}));
export const getWork = () => api<Work>('/work');
export const getHistory = (id: string, page: number) =>
  api<Page<HistoryRow>>(withParams(of(id, '/history'), {}, { page, size: 100 }));
export const getNotes = (id: string) => api<Page<Note>>(of(id, '/notes'));
export const getDeskOfficers = () => api<Page<{ id: string; name: string }>>('/desk-officers');

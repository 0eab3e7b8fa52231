import type { GoodPractice } from '@musubi/backend/contract/good-practices';
import type { KarteCheck, KarteSheet, NewKarteOptions, Submission } from '@musubi/backend/contract/karte';
import type { Municipality } from '@musubi/backend/contract/municipalities';
import { cache } from 'react';
import { api } from '@/lib/api';

interface Page<T> {
  items: T[];
  total: number;
}

export const getSheet = cache((id: string) => api<KarteSheet>(`/consultations/${id}/karte`));
export const getCheck = (id: string) => api<KarteCheck>(`/consultations/${id}/karte/check`);
export const getSubmissions = (id: string) => api<Page<Submission>>(`/consultations/${id}/submissions`);
export const getNewOptions = () => api<NewKarteOptions>('/consultations/new');
export const getPractices = (query: URLSearchParams) => api<Page<GoodPractice>>(`/good-practices?${query}`);
export const getTowns = (q: string) => api<Page<Municipality>>(`/municipalities?size=20&q=${encodeURIComponent(q)}`);

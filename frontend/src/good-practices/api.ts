import type { GoodPractice, GoodPracticeDetail, PracticeApplications } from '@musubi/backend/contract/good-practices';
import { type SearchParams, withParams } from '@/lib/address';
import { api } from '@/lib/api';

interface Page {
  items: GoodPractice[];
  total: number;
}

const of = (id: string, rest = '') => `/good-practices/${encodeURIComponent(id)}${rest}`;

export const getPractices = (query: SearchParams) => api<Page>(withParams('/good-practices', query, {}));
export const getPractice = (id: string) => api<GoodPracticeDetail>(of(id));
export const getApplications = (id: string) => api<PracticeApplications>(of(id, '/applications'));

import type { Person } from '@musubi/backend/contract/identity';
import { cache } from 'react';
import { withParams } from '@/lib/address';
import { api } from '@/lib/api';

export const getPeople = (query: { q?: string; page?: string }) =>
  api<{ items: Person[]; total: number }>(withParams('/people', query, {}));
export const getPerson = cache((id: string) => api<Person>(`/people/${encodeURIComponent(id)}`));

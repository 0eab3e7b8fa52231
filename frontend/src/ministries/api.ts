import type { Contact, ContactList, DivisionDetail, Ministry, MinistryList } from '@musubi/backend/contract/ministries';
import { cache } from 'react';
import { withParams } from '@/lib/address';
import { api } from '@/lib/api';

export const getMinistries = cache((query: { q?: string; divisions?: string; ended?: string } = {}) =>
  api<MinistryList>(withParams('/ministries', query, {})),
);
export const getMinistry = cache((id: string) => api<Ministry>(`/ministries/${encodeURIComponent(id)}`));
export const getDivision = cache((id: string) => api<DivisionDetail>(`/divisions/${encodeURIComponent(id)}`));
export const getContacts = (query: { ministryId?: string; page?: string; ended?: string }) =>
  api<ContactList>(withParams('/contacts', query, {}));
export const getContact = cache((id: string) => api<Contact>(`/contacts/${encodeURIComponent(id)}`));

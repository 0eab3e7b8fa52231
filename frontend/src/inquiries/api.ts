import type { EarlierAnswers } from '@musubi/backend/contract/answers';
import type { CaseInquiries, Inquiry, InquiryPage, Questions } from '@musubi/backend/contract/inquiries';
import { cache } from 'react';
import { type SearchParams, withParams } from '@/lib/address';
import { api } from '@/lib/api';

export const getInquiries = (query: SearchParams) => api<InquiryPage>(withParams('/inquiries', query, {}));
export const getInquiry = cache((id: string) => api<Inquiry>(`/inquiries/${id}`));
export const getCaseInquiries = cache((id: string) => api<CaseInquiries>(`/consultations/${id}/inquiries`));
export const getQuestions = cache((id: string) => api<Questions>(`/consultations/${id}/questions`));
export const getEarlierAnswers = (id: string) => api<{ items: EarlierAnswers[] }>(`/inquiries/${id}/earlierAnswers`);

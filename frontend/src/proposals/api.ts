import type { Appointment, PublicTeams } from '@musubi/backend/contract/appointments';
import type { ChangePreview, ProposalComparison, ProposalPage, Proposals } from '@musubi/backend/contract/proposals';
import type { Rounds } from '@musubi/backend/contract/rounds';
import { cache } from 'react';
import { api } from '@/lib/api';

export const getRounds = cache(() => api<Rounds>('/rounds'));
export const getProposals = cache((roundId: string) => api<Proposals>(`/rounds/${roundId}/proposals`));
export const getProposal = cache((id: string) => api<ProposalPage>(`/proposals/${id}`));
export const getPreview = (id: string, change: URLSearchParams) =>
  api<ChangePreview>(`/proposals/${id}/preview?${change}`);
export const getComparison = cache((one: string, other: string) =>
  api<ProposalComparison>(`/proposals/${one}/compare/${other}`),
);
export const getAppointment = cache((roundId: string) => api<Appointment>(`/rounds/${roundId}/appointment`));
export const getPublicTeams = cache((roundId: string) => api<PublicTeams>(`/public/rounds/${roundId}/teams`));

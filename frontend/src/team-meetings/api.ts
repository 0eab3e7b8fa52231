import type { TeamMeeting, TeamMeetings, TeamPromises } from '@musubi/backend/contract/team-meetings';
import { cache } from 'react';
import { api } from '@/lib/api';

export const getTeamMeetings = (teamId: string, query = '') => api<TeamMeetings>(`/teams/${teamId}/meetings${query}`);
export const getTeamMeeting = cache((id: string) => api<TeamMeeting>(`/team-meetings/${id}`));
export const getTeamPromises = (teamId: string) => api<TeamPromises>(`/teams/${teamId}/promises?size=100`);
export const getMyPromises = () => api<TeamPromises>('/me/promises?size=100');

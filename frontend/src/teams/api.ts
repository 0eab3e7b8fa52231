import type { Team, Teams, ThemeHistory } from '@musubi/backend/contract/teams';
import { cache } from 'react';
import { api } from '@/lib/api';

export const getTeams = (query: string) => api<Teams>(`/teams${query}`);
export const getTeam = cache((id: string) => api<Team>(`/teams/${id}`));
export const getThemes = (id: string) => api<ThemeHistory>(`/teams/${id}/themes`);

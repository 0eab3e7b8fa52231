import type { TeamPosts } from '@musubi/backend/contract/team-posts';
import type { Team, Teams, ThemeHistory } from '@musubi/backend/contract/teams';
import { cache } from 'react';
import { queryOf, type SearchParams } from '@/lib/address';
import { api } from '@/lib/api';
import { underConditions } from '@/lib/under-conditions';

export const getTeams = (query: SearchParams) => underConditions<Teams>('/teams', queryOf(query));
export const getTeam = cache((id: string) => api<Team>(`/teams/${id}`));
export const getPosts = (id: string, query: string) => api<TeamPosts>(`/teams/${id}/posts${query}`);
export const getThemes = (id: string) => api<ThemeHistory>(`/teams/${id}/themes`);

import type { TeamHealth } from '@musubi/backend/contract/team-health';
import { api } from '@/lib/api';

export const getTeamHealth = (query: string) => api<TeamHealth>(`/team-health${query}`);

import type { TeamChanges } from '@musubi/backend/contract/team-changes';
import { api } from '@/lib/api';

export const getTeamChanges = (teamId: string) => api<TeamChanges>(`/teams/${teamId}/changes`);

import type { TeamCalendar } from '@musubi/backend/contract/team-calendar';
import { api } from '@/lib/api';

export const getTeamCalendar = (teamId: string) => api<TeamCalendar>(`/teams/${teamId}/calendar`);

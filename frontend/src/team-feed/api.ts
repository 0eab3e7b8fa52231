import type { TeamFeed } from '@musubi/backend/contract/team-feed';
import { api } from '@/lib/api';

export const getTeamFeed = (query: string) => api<TeamFeed>(`/team-feed${query}`);

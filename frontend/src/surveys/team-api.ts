import type {
  MyTeamSurveys,
  TeamSurveyReport,
  TeamSurveyRows,
  TeamSurveySheet,
  TeamSurveys,
} from '@musubi/backend/contract/team-surveys';
import { api } from '@/lib/api';

export const teamSheetPath = (token: string) => `/team-surveys/answer/${encodeURIComponent(token)}`;

export const getTeamSheet = (token: string) => api<TeamSurveySheet>(teamSheetPath(token));
export const getTeamSurveys = (roundId: string) => api<TeamSurveys>(`/rounds/${roundId}/team-surveys`);
export const getTeamReport = (id: string) => api<TeamSurveyReport>(`/team-surveys/${id}`);
export const getTeamRows = (id: string, query: URLSearchParams) =>
  api<TeamSurveyRows>(`/team-surveys/${id}/responses?${query}`);
export const getMyTeamSurveys = (teamId: string) => api<MyTeamSurveys>(`/teams/${teamId}/surveys`);

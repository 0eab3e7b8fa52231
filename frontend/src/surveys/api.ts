import type {
  FollowUpPage,
  SatisfactionReport,
  SurveyInvitationPage,
  SurveyResponsePage,
} from '@musubi/backend/contract/satisfaction';
import type { SurveyDefinitions, SurveySheet } from '@musubi/backend/contract/surveys';
import { api } from '@/lib/api';
import { underConditions } from '@/lib/under-conditions';

const sheetPath = (token: string) => `/surveys/answer/${encodeURIComponent(token)}`;

export const getSheet = (token: string) => api<SurveySheet>(sheetPath(token));
export const answerSurvey = (token: string, answers: object) =>
  api(sheetPath(token), { method: 'POST', body: { answers } });

export const getDefinitions = () => api<SurveyDefinitions>('/survey-definitions');

const survey = (query: URLSearchParams) => {
  const key = query.get('survey') ?? '';
  return { survey: /^[a-z-]{1,40}$/.test(key) ? key : 'consultation' };
};

export const getReport = (query: URLSearchParams) =>
  underConditions<SatisfactionReport>('/satisfaction', query, survey(query));
export const getResponses = (query: URLSearchParams) =>
  underConditions<SurveyResponsePage>('/satisfaction/responses', query, survey(query));
export const getInvitations = (query: URLSearchParams) =>
  underConditions<SurveyInvitationPage>('/satisfaction/invitations', query, survey(query));
export const getFollowUps = (query: URLSearchParams) =>
  underConditions<FollowUpPage>('/satisfaction/follow-ups', query);

import type {
  FollowUpPage,
  SatisfactionReport,
  SurveyInvitationPage,
  SurveyResponsePage,
} from '@musubi/backend/contract/satisfaction';
import type { SurveySheet } from '@musubi/backend/contract/surveys';
import { api } from '@/lib/api';
import { Refused } from '@/lib/refused';

const sheetPath = (token: string) => `/surveys/answer/${encodeURIComponent(token)}`;

export const getSheet = (token: string) => api<SurveySheet>(sheetPath(token));
export const answerSurvey = (token: string, answers: object) =>
  api(sheetPath(token), { method: 'POST', body: { answers } });

/** The report, and what was wrong with the conditions: then it is the one without any. */
export async function getReport(query: URLSearchParams): Promise<{ report: SatisfactionReport; refused?: Refused }> {
  try {
    return { report: await api<SatisfactionReport>(`/satisfaction?${query}`) };
  } catch (refused) {
    if (!(refused instanceof Refused) || refused.problem.status !== 422) throw refused;
    const whole = new URLSearchParams({ survey: query.get('survey') ?? 'consultation' });
    return { report: await api<SatisfactionReport>(`/satisfaction?${whole}`), refused };
  }
}

export const getResponses = (query: URLSearchParams) => api<SurveyResponsePage>(`/satisfaction/responses?${query}`);
export const getInvitations = (query: URLSearchParams) =>
  api<SurveyInvitationPage>(`/satisfaction/invitations?${query}`);
export const getFollowUps = (query: URLSearchParams) => api<FollowUpPage>(`/satisfaction/follow-ups?${query}`);

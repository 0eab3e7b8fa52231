import type { Inquiry } from '@musubi/backend/contract/inquiries';
import type { Route } from 'next';

/** Where the case of an inquiry is: a 相談, or a request of a team for 後方支援. */
export const caseHref = ({ id, teamId }: Pick<Inquiry['consultation'], 'id' | 'teamId'>): Route =>
  (teamId ? `/back-office/${id}` : `/consultations/${id}`) as Route;

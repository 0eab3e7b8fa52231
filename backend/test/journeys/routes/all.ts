import { APPLICATIONS } from './applications.js';
import { BACK_OFFICE } from './back-office.js';
import { CASE_SHEETS } from './case-sheets.js';
import { CONSULTATIONS } from './consultations.js';
import { FIGURES } from './figures.js';
import { HAND_OVERS } from './hand-overs.js';
import { IDENTITY } from './identity.js';
import { INQUIRIES } from './inquiries.js';
import { MEASURES } from './measures.js';
import { MEETINGS } from './meetings.js';
import { NOTICES } from './notices.js';
import { PROPOSALS } from './proposals.js';
import { REFERENCE } from './reference.js';
import { REPLIES } from './replies.js';
import { ROUNDS } from './rounds.js';
import type { Routes } from './route.js';
import { SEARCH } from './search.js';
import { SELECTION } from './selection.js';
import { TEAM_HEALTH } from './team-health.js';
import { TEAM_MEETINGS } from './team-meetings.js';
import { TEAM_REPORTS } from './team-reports.js';
import { TEAM_SURVEYS } from './team-surveys.js';
import { TEAM_YEAR } from './team-year.js';
import { TEAMS } from './teams.js';
import { VISITS } from './visits.js';

/** Every route there is, and who may call it (domain.md §3). What is not in this table must not be in the house. */
export const ROUTES: Routes = {
  ...IDENTITY,
  ...REFERENCE,
  ...MEASURES,
  ...CONSULTATIONS,
  ...INQUIRIES,
  ...REPLIES,
  ...MEETINGS,
  ...CASE_SHEETS,
  ...HAND_OVERS,
  ...NOTICES,
  ...FIGURES,
  ...ROUNDS,
  ...SEARCH,
  ...APPLICATIONS,
  ...SELECTION,
  ...PROPOSALS,
  ...TEAMS,
  ...TEAM_MEETINGS,
  ...VISITS,
  ...TEAM_REPORTS,
  ...TEAM_HEALTH,
  ...TEAM_YEAR,
  ...TEAM_SURVEYS,
  ...BACK_OFFICE,
};

import { ReportAction, type ReportState } from '../contract/team-reports.js';
import { type Actor, hasRole, municipalitiesOf } from '../identity/actor.js';
import { isMember, mayTeam, type Standing } from '../teams/policy.js';
import { REPORT_LIFECYCLE } from './lifecycle.js';

const PERMITS: Record<(typeof REPORT_LIFECYCLE)[ReportAction]['by'], (actor: Actor, team: Standing) => boolean> = {
  writer: () => true,
  member: isMember,
  approver: (actor, { municipalityCode }) => municipalitiesOf(actor, 'approver').includes(municipalityCode),
  secretariat: (actor) => hasRole(actor, 'secretariat'),
};

/** Only who writes for the team in its year takes a step; some steps are for one side of it. */
export const mayReport = (actor: Actor, action: ReportAction, team: Standing): boolean =>
  mayTeam(actor, 'write', team) && PERMITS[REPORT_LIFECYCLE[action].by](actor, team);

export const allowedReportActions = (actor: Actor, state: ReportState, team: Standing): ReportAction[] =>
  ReportAction.options.filter(
    (action) => REPORT_LIFECYCLE[action].moves[state] !== undefined && mayReport(actor, action, team),
  );

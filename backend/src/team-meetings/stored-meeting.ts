import type { EntityManager } from 'typeorm';
import { tokyoDay } from '../contract/calendar.js';
import { SharedField, type SharedTexts, TeamMeetingAction, type TeamMeetingState } from '../contract/team-meetings.js';
import type { Actor } from '../identity/actor.js';
import { authorize, DomainError, found } from '../platform/errors.js';
import { mayTeam } from '../teams/policy.js';
import { type StoredTeam, teamOf } from '../teams/stored-team.js';

export interface StoredMeeting {
  id: string;
  teamId: string;
  state: TeamMeetingState;
  startsAt: Date;
  endsAt: Date;
  url: string;
  place: string;
  reason: string | null;
  shared: boolean;
  version: number;
}

const MEETING = `SELECT id, team_id AS "teamId", state, starts_at AS "startsAt", ends_at AS "endsAt", url, place, reason, shared_at IS NOT NULL AS shared,
    version
  FROM team_meetings WHERE id = $1`;

/** A 会議 with its team; for writing, the team is locked first. @throws DomainError notFound */
export async function meetingOf(
  db: Pick<EntityManager, 'query'>,
  actor: Actor,
  id: string,
  lock = '' as '' | 'FOR UPDATE OF t',
): Promise<{ team: StoredTeam; meeting: StoredMeeting }> {
  const [before]: StoredMeeting[] = await db.query(MEETING, [id]);
  const team = await teamOf(db, actor, found(before).teamId, lock);
  const [meeting]: [StoredMeeting] = await db.query(MEETING, [id]);
  return { team, meeting };
}

const IN_STATE: Record<TeamMeetingAction, readonly TeamMeetingState[]> = {
  write: ['planned', 'held'],
  record: ['planned', 'held'],
  move: ['planned'],
  cancel: ['planned'],
};

/** What the actor may do with a 会議 now: it is recorded from its day on. */
export const allowedMeetingActions = (
  actor: Actor,
  team: StoredTeam,
  { state, startsAt }: Pick<StoredMeeting, 'state' | 'startsAt'>,
  today: string,
): TeamMeetingAction[] =>
  mayTeam(actor, 'write', team)
    ? TeamMeetingAction.options.filter(
        (action) => IN_STATE[action].includes(state) && (action !== 'record' || tokyoDay(startsAt) <= today),
      )
    : [];

/** @throws DomainError forbidden, or conflict where the 会議 was held or cancelled meanwhile */
export function requireMeeting(actor: Actor, action: TeamMeetingAction, team: StoredTeam, state: TeamMeetingState) {
  authorize(mayTeam(actor, 'write', team));
  if (!IN_STATE[action].includes(state)) {
    throw new DomainError(
      'conflict',
      'teamMeeting.wrong_state',
      '会議の状態が変わっています。画面を読み込み直してください。',
    );
  }
}

/** Each text as it is stored. */
export async function textsOf(db: Pick<EntityManager, 'query'>, meetingId: string): Promise<SharedTexts> {
  const rows: { field: SharedField; version: number; body: string; savedBy: string; savedAt: Date }[] = await db.query(
    `SELECT x.field, x.version, to_jsonb(m) ->> x.field AS body, p.name AS "savedBy", x.saved_at AS "savedAt"
     FROM team_meeting_texts x JOIN team_meetings m ON m.id = x.meeting_id JOIN people p ON p.id = x.saved_by
     WHERE m.id = $1`,
    [meetingId],
  );
  return Object.fromEntries(
    rows.map(({ field, savedAt, ...text }) => [field, { ...text, savedAt: savedAt.toISOString() }]),
  ) as SharedTexts;
}

/** Columns come from the code list only, never from a request. */
export const columnOf = (field: SharedField): SharedField => SharedField.parse(field);

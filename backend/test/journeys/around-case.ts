import type { DataSource } from 'typeorm';
import { Clock } from '../../src/calendar/clock.js';
import type { MeetingState } from '../../src/contract/meetings.js';
import { json, put } from './rows.js';
import { type Standing, tell } from './standing-case.js';

/** 内部メモ: the desk's, or one ministry's own. */
export function addNote(db: DataSource, { id, cast, say }: Standing, ministryId: string | null): Promise<string> {
  return put(db, 'notes', {
    consultation_id: id,
    ministry_id: ministryId,
    author_id: ministryId ? cast.official(ministryId) : cast.desk,
    text: say(ministryId ? { kind: 'memo', ministryId } : { kind: 'deskNote' }),
    written_at: new Clock().now(),
  });
}

/** 打合せ, with the ministries that are invited to it. */
export async function addMeeting(
  db: DataSource,
  standing: Standing,
  state: MeetingState,
  ministryIds: readonly string[] = [],
): Promise<string> {
  const { id: consultation_id, cast, say } = standing;
  const word = (): string => say({ kind: 'meeting', ministryIds });
  const dated = state === 'decided' || state === 'held';
  const id = await put(db, 'meetings', {
    ...{ consultation_id, state, method: 'online', purpose: word(), place: dated ? word() : '' },
    ...{ starts_at: dated ? '2026-12-01T01:00:00Z' : null, minutes: dated ? 60 : null },
    minutes_text: state === 'held' ? word() : '',
    candidates: json([{ startsAt: '2026-12-01T10:00:00+09:00', minutes: 60, suits: null }]),
    ...{ created_by: cast.desk, created_at: new Clock().now() },
  });
  for (const ministry of ministryIds) {
    await db.query('INSERT INTO meeting_ministries (meeting_id, ministry_id) VALUES ($1, $2)', [id, ministry]);
  }
  if (state === 'cancelled') {
    const event = { type: 'meeting.cancel', by: cast.desk, audience: 'town', subject: id };
    await tell(db, standing, event, { kind: 'meeting', ministryIds });
  }
  return id;
}

/** 宿題 of the town, the desk or a ministry. */
export function addActionItem(
  db: DataSource,
  { id, cast, say }: Standing,
  owner: 'town' | 'desk' | 'ministry',
  ministryId: string | null = null,
): Promise<string> {
  return put(db, 'action_items', {
    ...{
      consultation_id: id,
      text: say({ kind: 'actionItem', ministryId }),
      owner_kind: owner,
      ministry_id: ministryId,
    },
    ...{ due_on: '2026-12-11', created_by: cast.desk, created_at: new Clock().now() },
  });
}

/** A survey after closing, answered with a low score that a manager has looked after, or has not yet. */
export async function addSurvey(
  db: DataSource,
  { id, cast, say }: Standing,
  looked: 'after' | 'notYet',
): Promise<string> {
  const at = new Clock().now();
  const survey = { survey: 'consultation', version: 1 };
  const invited = { consultation_id: id, invited_at: at, closes_on: '2026-12-04', answered_at: at };
  const invitation = await put(db, 'survey_invitations', { ...survey, ...invited });
  const answers = json({ overall: 2, comment: say({ kind: 'survey' }) });
  const response = await put(db, 'survey_responses', {
    ...survey,
    invitation_id: invitation,
    answers,
    answered_at: at,
  });
  const done = looked === 'after' ? { done_at: at, done_by: cast.manager, note: say({ kind: 'survey' }) } : {};
  return put(db, 'follow_up_tasks', { response_id: response, created_at: at, ...done });
}

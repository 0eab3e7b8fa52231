import type { DataSource } from 'typeorm';
import { Clock } from '../../src/calendar/clock.js';
import { CaseSheetEntity } from '../../src/case-sheets/case-sheet.entity.js';
import { putIntoLibrary } from '../../src/case-sheets/library.js';
import type { SheetState } from '../../src/contract/case-sheets.js';
import type { MeetingState } from '../../src/contract/meetings.js';
import type { Told } from './facts.js';
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

const SHEET_KIND: Partial<Record<SheetState, Told['kind']>> = { drafting: 'draftSheet', published: 'publishedSheet' };

/** 事例票 in any state, in the library when it is published. */
export async function addSheet(db: DataSource, standing: Standing, state: SheetState): Promise<string> {
  const { id: consultation_id, cast, say } = standing;
  const word = (): string => say({ kind: SHEET_KIND[state] ?? 'askedSheet' });
  const at = new Clock().now();
  const id = await put(db, 'case_sheets', {
    ...{ consultation_id, state, title: word(), elements: [word(), word()], situation: word(), initiative: word() },
    ...{ partners: json([{ name: word(), role: word() }]), support: word(), results: word() },
    ...{ pillar_code: '2', field_codes: ['transport'], practice_id: 'gp-1-01', named: true },
    published_on: state === 'published' ? '2026-11-20' : null,
    ...{ created_by: cast.desk, created_at: at, updated_by: cast.desk, updated_at: at },
  });
  if (state === 'published') {
    await putIntoLibrary(db.manager, await db.manager.findOneByOrFail(CaseSheetEntity, { id }), '2026-11-20');
  }
  if (state === 'declined') {
    const event = { type: 'caseSheet.decline', by: cast.townsman, audience: 'town', subject: id };
    await tell(db, standing, event, { kind: 'case' });
  }
  return id;
}

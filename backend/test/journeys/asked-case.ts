import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Clock } from '../../src/calendar/clock.js';
import type { InquiryState, RowState } from '../../src/contract/inquiries.js';
import type { ReplyState } from '../../src/contract/replies.js';
import { keepDeadlines } from '../deadlines.js';
import type { Told } from './facts.js';
import { json, put, putBare } from './rows.js';
import { type Standing, tell } from './standing-case.js';

export interface Asked {
  ministryId: string;
  divisionId?: string | null;
  state: InquiryState;
}

const ROW: Record<InquiryState, RowState> = {
  asked: 'open',
  acknowledged: 'open',
  questioned: 'open',
  answered: 'answered',
  notApplicable: 'notApplicable',
  cancelled: 'cancelled',
};

let position = 0;

/** A question that the desk holds. */
export function addQuestion(db: DataSource, { id, say }: Standing, told: Told = { kind: 'inquiry' }): Promise<string> {
  position += 1;
  return put(db, 'question_rows', { consultation_id: id, position, text: say(told), desk_holds: true });
}

/** 照会 of one question, with the words that go to and fro. What was cancelled stays between the desk and itself. */
export async function addInquiry(db: DataSource, standing: Standing, asked: Asked) {
  const { id: consultation_id, cast, say } = standing;
  const { ministryId: ministry_id, divisionId: division_id = null, state } = asked;
  const at = new Clock().now();
  const ended = state === 'answered' || state === 'notApplicable';
  const whose = state === 'cancelled' ? {} : { ministryId: ministry_id, divisionId: division_id };
  const between = (): string => say({ kind: 'inquiry', ...whose });
  const question_row_id = await addQuestion(db, standing, { kind: 'inquiry', ...whose });
  const seen = state === 'asked' ? null : at;
  const official = cast.official(ministry_id);
  const id = await put(db, 'inquiries', {
    ...{ consultation_id, ministry_id, division_id, state, due_on: '2026-12-04', message: between() },
    ...{ asked_by: cast.desk, asked_at: at, acknowledged_at: seen, acknowledged_by: seen && official },
    paused_on: state === 'questioned' ? '2026-11-20' : null,
    answered_at: ended ? at : null,
    cancelled_at: state === 'cancelled' ? at : null,
    cancel_reason: state === 'cancelled' ? between() : null,
  });
  await keepDeadlines(db, consultation_id);
  const said: Told = { kind: ended ? 'sentAnswer' : 'draftAnswer', ...whose };
  const row = { inquiry_id: id, question_row_id };
  await putBare(db, 'inquiry_rows', {
    ...row,
    ...{ ministry_id, division_key: division_id ?? '', state: ROW[state] },
    reason: state === 'notApplicable' ? say(said) : null,
  });
  await db.query('UPDATE question_rows SET desk_holds = $2 WHERE id = $1', [
    question_row_id,
    state === 'notApplicable' || state === 'cancelled',
  ]);
  const words = { measure_name: say(said), points: say(said), division: say(said) };
  const answer =
    state === 'notApplicable' ? null : await put(db, 'answers', { ...row, position: 1, kind: 'measure', ...words });
  const waits = state === 'questioned';
  await put(db, 'inquiry_questions', {
    ...{ inquiry_id: id, text: between(), asked_by: official, asked_at: at, reply: waits ? null : between() },
    ...{ replied_by: waits ? null : cast.desk, replied_at: waits ? null : at },
  });
  await put(db, 'extension_requests', {
    ...{ inquiry_id: id, requested_due_on: '2026-12-11', reason: between(), requested_by: official, requested_at: at },
    ...(ended ? { decision: 'refused', comment: between(), decided_by: cast.desk, decided_at: at } : {}),
  });
  const told: Told = { kind: 'inquiryReason', ministryId: ministry_id };
  const event = { audience: 'ministry', ministryId: ministry_id, subject: id };
  const type = state === 'cancelled' ? 'inquiry.cancel' : 'inquiry.requestExtension';
  await tell(db, standing, { ...event, type, by: official }, told);
  return { id, question: question_row_id, answer };
}

/** 回答書, drafted from answers, in 決裁, or issued. */
export async function addReply(db: DataSource, standing: Standing, state: ReplyState, from: readonly string[], no = 1) {
  const { id: consultation_id, cast, say } = standing;
  const at = new Clock().now();
  const word = (): string => say({ kind: state === 'approved' ? 'issuedReply' : 'draftReply' });
  const passage = {
    id: randomUUID(),
    heading: word(),
    title: word(),
    text: word(),
    answerIds: from,
    questionRowIds: [],
  };
  const requested = state === 'drafting' ? null : at;
  const id = await put(db, 'replies', {
    ...{ consultation_id, no, branch: 0, state, subject: word(), greeting: word(), closing: word() },
    passages: json([passage]),
    contacts: json([{ organisation: word(), tel: '00-0000-0000', email: '' }]),
    ...{ version: 1, round: requested ? 1 : 0, settings_version: requested && 1, requested_by: requested && cast.desk },
    request_reason: requested ? say({ kind: 'approval' }) : '',
    ...{ requested_at: requested, created_by: cast.desk, created_at: at, updated_by: cast.desk, updated_at: at },
    ...(state === 'approved'
      ? {
          ...{ addressees: ['北海道上士幌町 御中'], document_number: '事務連絡', document_year: 2026 },
          ...{ issued_on: '2026-11-20', issued_at: at },
        }
      : {}),
  });
  if (state === 'approved') {
    await put(db, 'approvals', {
      ...{ reply_id: id, round: 1, step: 1, decision: 'approved', approver_id: cast.manager, requested_by: cast.desk },
      ...{ comment: say({ kind: 'approval' }), decided_at: at },
    });
  }
  const event = { type: 'consultation.sendBackReply', by: cast.manager, audience: 'inward' };
  await tell(db, standing, event, { kind: 'sentBackReply' });
  return id;
}

import type { EntityManager } from 'typeorm';
import type { Calendar } from '../calendar/calendar.js';
import type { Turn } from '../calendar/explain.js';
import { tokyoDay } from '../contract/calendar.js';
import { DeadlineKind } from '../contract/deadlines.js';
import type { ConsultationState } from '../contract/lifecycle.js';
import { endDeadline, lastDeadline, ofReply, ofState, startDeadline, turnDeadline } from '../deadlines/deadlines.js';
import type { ConsultationEntity } from './consultation.entity.js';

type Dues = Pick<ConsultationEntity, 'stateDueOn' | 'replyDueOn' | 'clockStoppedOn'>;

/** A step that a case takes, under its lock. */
interface Step {
  consultation: ConsultationEntity;
  to: ConsultationState;
  at: Date;
}

/** How the clock of the reply stands in a state (domain.md §3, C3a: it stands still while the town corrects its カルテ). */
function replyClock(state: ConsultationState): 'notYet' | 'runs' | 'waits' | 'over' {
  if (state === 'draft' || state === 'reviewing') return 'notYet';
  if (state === 'returned' || state === 'correcting') return 'waits';
  const runs = ['submitted', 'checking', 'triaged', 'inquiring', 'collected', 'drafting', 'approving'].includes(state);
  return runs ? 'runs' : 'over';
}

/** The due dates after a step, each with its history written down. */
export async function duesAfter(tx: EntityManager, calendar: Calendar, step: Step): Promise<Partial<Dues>> {
  return { stateDueOn: await stateDue(tx, calendar, step), ...(await replyDue(tx, calendar, step)) };
}

async function stateDue(tx: EntityManager, calendar: Calendar, { consultation, to, at }: Step) {
  const subject = ofState(consultation.id);
  const kind = DeadlineKind.safeParse(to).data;
  // 後方支援 has one clock, from the request to its answer.
  if (!kind || consultation.teamId || !calendar.almanac.rule(kind, tokyoDay(at))) {
    await endDeadline(tx, subject, at);
    return null;
  }
  return (await startDeadline(tx, calendar, subject, { kind, at })).dueOn;
}

async function replyDue(tx: EntityManager, calendar: Calendar, step: Step): Promise<Partial<Dues>> {
  const { consultation, to, at } = step;
  const subject = ofReply(consultation.id);
  const [before, now] = [replyClock(consultation.state), replyClock(to)];
  if (before === now) return {};
  if (now === 'over') {
    await endDeadline(tx, subject, at);
    return { clockStoppedOn: null };
  }
  // A new round, or a question after the reply, has a term of its own; a merger that is undone goes on with the old one.
  if (before === 'notYet' || (before === 'over' && consultation.state !== 'merged')) {
    const { dueOn } = await startDeadline(tx, calendar, subject, { kind: 'reply', at });
    return { replyDueOn: dueOn };
  }
  const deadline = await lastDeadline(tx, subject);
  if (!deadline) return {};
  const turn: Turn = { type: now === 'waits' ? 'pause' : 'resume', at: at.toISOString() };
  const { dueOn, stoppedOn } = await turnDeadline(tx, calendar, deadline, before === 'over' ? undefined : turn);
  return { replyDueOn: dueOn, clockStoppedOn: stoppedOn };
}

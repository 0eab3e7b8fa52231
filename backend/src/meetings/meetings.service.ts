import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { Advance } from '../consultations/advance.js';
import { may } from '../consultations/policy.js';
import type {
  AnswerCandidates,
  CancelMeeting,
  DecideMeeting,
  MeetingAction,
  ProposeMeeting,
  RecordMinutes,
  WishMeeting,
} from '../contract/meetings.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, found, invalid, sameVersion } from '../platform/errors.js';
import { nextMeetingState } from './lifecycle.js';
import { MeetingEntity } from './meeting.entity.js';
import { mayMeet } from './policy.js';

interface Circumstances {
  version: number;
  reason?: string;
  change: (meeting: MeetingEntity) => Partial<MeetingEntity>;
  after?: (tx: EntityManager) => Promise<unknown>;
}

@Injectable()
export class MeetingsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly advance: Advance,
  ) {}

  wish(actor: Actor, consultationId: string, input: WishMeeting): Promise<string> {
    return this.db.transaction(async (tx) => {
      const consultation = await this.advance.lock(tx, actor, consultationId);
      authorize(may(actor, 'wishMeeting', consultation));
      const meeting = tx.create(MeetingEntity, {
        ...input,
        consultationId,
        state: 'wished',
        candidates: input.candidates.map((candidate) => ({ ...candidate, suits: null })),
        place: '',
        minutesText: '',
        sequence: 0,
        version: 1,
        createdBy: personId(actor),
        createdAt: this.clock.now(),
      });
      const { id } = await tx.save(meeting);
      await record(tx, { type: 'meeting.wish', consultationId, subjectId: id, actor, audience: 'town' });
      return id;
    });
  }

  propose(actor: Actor, id: string, { version, candidates }: ProposeMeeting): Promise<void> {
    const change = () => ({ candidates: candidates.map((candidate) => ({ ...candidate, suits: null })) });
    return this.step(actor, id, 'propose', { version, change });
  }

  answerCandidates(actor: Actor, id: string, { version, suits }: AnswerCandidates): Promise<void> {
    return this.step(actor, id, 'answerCandidates', {
      version,
      change: ({ candidates }) => ({ candidates: candidates.map((c, i) => ({ ...c, suits: suits.includes(i) })) }),
    });
  }

  /** Fixes date and place; everybody invited gets the calendar file by mail, a second time it replaces the first. */
  decide(actor: Actor, id: string, input: DecideMeeting): Promise<void> {
    const startsAt = new Date(input.startsAt);
    if (startsAt <= this.clock.now()) throw invalid({ startsAt: '打合せの日時は、今より後にしてください' });
    const { version, ministryIds, method, minutes, place } = input;
    return this.step(actor, id, 'decide', {
      version,
      change: ({ sequence }) => ({ method, startsAt, minutes, place, sequence: sequence + 1 }),
      after: (tx) => this.inviteMinistries(tx, id, ministryIds),
    });
  }

  recordMinutes(actor: Actor, id: string, { version, text }: RecordMinutes): Promise<void> {
    return this.step(actor, id, 'recordMinutes', { version, change: () => ({ minutesText: text }) });
  }

  cancel(actor: Actor, id: string, { version, reason }: CancelMeeting): Promise<void> {
    return this.step(actor, id, 'cancel', { version, reason, change: ({ sequence }) => ({ sequence: sequence + 1 }) });
  }

  /** The one way a 打合せ moves: lock the 相談, ask the policy, take the step, write it down. */
  private step(actor: Actor, id: string, action: MeetingAction, { version, reason, change, after }: Circumstances) {
    return this.db.transaction(async (tx) => {
      const { consultationId } = found(await tx.findOneBy(MeetingEntity, { id }));
      const consultation = await this.advance.lock(tx, actor, consultationId);
      const meeting = await tx.findOneByOrFail(MeetingEntity, { id });
      authorize(mayMeet(actor, action, consultation.municipalityCode));
      const state = nextMeetingState(meeting.state, action);
      sameVersion(meeting.version, version, { version: meeting.version });
      await tx.save(Object.assign(meeting, change(meeting), { state, version: version + 1 }));
      await after?.(tx);
      await record(tx, { type: `meeting.${action}`, consultationId, subjectId: id, actor, audience: 'town', reason });
    });
  }

  private async inviteMinistries(tx: EntityManager, meetingId: string, ministryIds: string[]): Promise<void> {
    await tx.query('DELETE FROM meeting_ministries WHERE meeting_id = $1', [meetingId]);
    const rows: unknown[] = await tx.query(
      `INSERT INTO meeting_ministries (meeting_id, ministry_id)
       SELECT $1::uuid, id FROM ministries WHERE id = ANY($2) RETURNING ministry_id`,
      [meetingId, ministryIds],
    );
    if (rows.length !== new Set(ministryIds).size)
      throw invalid({ ministryIds: '一覧にない府省庁が含まれています。選び直してください' });
  }
}

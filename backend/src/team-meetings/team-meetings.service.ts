import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { tokyoDay } from '../contract/calendar.js';
import {
  type AddHeldMeeting,
  type CancelTeamMeeting,
  type MoveTeamMeeting,
  type PlanTeamMeeting,
  type RecordTeamMeeting,
  SharedField,
  type SharedTexts,
} from '../contract/team-meetings.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, DomainError, invalid, sameVersion } from '../platform/errors.js';
import { mayTeam } from '../teams/policy.js';
import { teamOf } from '../teams/stored-team.js';
import { addPromises } from './promises.js';
import { replaceText } from './shared-texts.service.js';
import { meetingOf, requireMeeting, textsOf } from './stored-meeting.js';

type When = Pick<PlanTeamMeeting, 'startsAt' | 'minutes' | 'url' | 'place'>;
type Texts = Partial<Record<SharedField, string>>;

const instants = ({ startsAt, minutes }: When): [Date, Date] => [
  new Date(startsAt),
  new Date(new Date(startsAt).getTime() + minutes * 60_000),
];

/** 定例会議: planned, moved, cancelled, and recorded in one entry when they were held. */
@Injectable()
export class TeamMeetingsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  plan(actor: Actor, teamId: string, { agenda, ...when }: PlanTeamMeeting): Promise<string> {
    if (new Date(when.startsAt) <= this.clock.now())
      throw invalid({ startsAt: '会議の日時は、今より後にしてください' });
    return this.db.transaction(async (tx) => {
      const team = await teamOf(tx, actor, teamId, 'FOR UPDATE OF t');
      authorize(mayTeam(actor, 'write', team));
      const known = await sentBefore(tx, actor, teamId, 'planned', when, { agenda });
      if (known) return known;
      const id = await this.create(tx, actor, teamId, 'planned', when, { agenda });
      await record(tx, { type: 'teamMeeting.plan', subjectId: teamId, actor, data: { itemId: id } });
      return id;
    });
  }

  /** One that was held without a plan: the same entry, with the day. */
  addHeld(actor: Actor, teamId: string, { texts, promises, shared = false, ...when }: AddHeldMeeting): Promise<string> {
    if (new Date(when.startsAt) > this.clock.now())
      throw invalid({ startsAt: '開催した日時は、今より前にしてください' });
    return this.db.transaction(async (tx) => {
      const team = await teamOf(tx, actor, teamId, 'FOR UPDATE OF t');
      authorize(mayTeam(actor, 'write', team));
      const known = await sentBefore(tx, actor, teamId, 'held', when, texts);
      if (known) {
        await addPromises(tx, actor, team, promises, this.clock.now(), { meetingId: known });
        return known;
      }
      const id = await this.create(tx, actor, teamId, 'held', when, texts);
      await share(tx, id, shared, this.clock.now());
      await addPromises(tx, actor, team, promises, this.clock.now(), { meetingId: id });
      await record(tx, { type: 'teamMeeting.record', subjectId: teamId, actor, data: { itemId: id, shared } });
      return id;
    });
  }

  /** Another day, hour or place. Everybody gets the invitation anew. */
  move(actor: Actor, id: string, { version, ...when }: MoveTeamMeeting): Promise<void> {
    if (new Date(when.startsAt) <= this.clock.now())
      throw invalid({ startsAt: '会議の日時は、今より後にしてください' });
    return this.db.transaction(async (tx) => {
      const { team, meeting } = await meetingOf(tx, actor, id, 'FOR UPDATE OF t');
      requireMeeting(actor, 'move', team, meeting.state);
      sameVersion(meeting.version, version, meeting);
      await tx.query(
        `UPDATE team_meetings SET starts_at = $2, ends_at = $3, url = $4, place = $5, sequence = sequence + 1,
           version = version + 1 WHERE id = $1`,
        [id, ...instants(when), when.url, when.place],
      );
      await record(tx, { type: 'teamMeeting.move', subjectId: team.id, actor, data: { itemId: id } });
    });
  }

  cancel(actor: Actor, id: string, { version, reason }: CancelTeamMeeting): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { team, meeting } = await meetingOf(tx, actor, id, 'FOR UPDATE OF t');
      requireMeeting(actor, 'cancel', team, meeting.state);
      sameVersion(meeting.version, version, meeting);
      await tx.query(
        `UPDATE team_meetings SET state = 'cancelled', reason = $2, sequence = sequence + 1, version = version + 1
         WHERE id = $1`,
        [id, reason],
      );
      await record(tx, { type: 'teamMeeting.cancel', subjectId: team.id, actor, reason, data: { itemId: id } });
    });
  }

  /**
   * The whole entry of a 会議 that was held: texts and promises. Where somebody wrote meanwhile, nothing is saved and all
   * that stands there is shown; the entry may be completed later by another.
   */
  record(actor: Actor, id: string, { texts, promises, shared }: RecordTeamMeeting): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { team, meeting } = await meetingOf(tx, actor, id, 'FOR UPDATE OF t');
      requireMeeting(actor, 'record', team, meeting.state);
      if (tokyoDay(meeting.startsAt) > tokyoDay(this.clock.now())) {
        throw new DomainError('conflict', 'teamMeeting.ahead', '会議の日より前には、開催済みとして記録できません。');
      }
      const now = this.clock.now();
      const stored = await textsOf(tx, id);
      requireFresh(stored, texts);
      for (const field of SharedField.options) {
        const body = texts[field]?.body ?? stored[field].body;
        if (body !== stored[field].body) await replaceText(tx, id, field, body, personId(actor), now);
      }
      await addPromises(tx, actor, team, promises, now, { meetingId: id });
      const sharing = shared ?? meeting.shared;
      const data = { itemId: id, shared: sharing };
      await share(tx, id, sharing, now);
      if (meeting.state === 'held') {
        if (sharing !== meeting.shared)
          await record(tx, { type: 'teamMeeting.share', subjectId: team.id, actor, data });
        return;
      }
      await tx.query(`UPDATE team_meetings SET state = 'held', version = version + 1 WHERE id = $1`, [id]);
      await record(tx, { type: 'teamMeeting.record', subjectId: team.id, actor, data });
    });
  }

  private async create(
    tx: EntityManager,
    actor: Actor,
    teamId: string,
    state: 'planned' | 'held',
    when: When,
    texts: Texts,
  ): Promise<string> {
    const { agenda = '', attendees = '', notes = '', decisions = '' } = texts;
    const by = personId(actor);
    const now = this.clock.now();
    const [{ id }]: [{ id: string }] = await tx.query(
      `INSERT INTO team_meetings (team_id, state, starts_at, ends_at, url, place, agenda, attendees, notes, decisions,
         created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
      [teamId, state, ...instants(when), when.url, when.place, agenda, attendees, notes, decisions, by, now],
    );
    await tx.query(
      'INSERT INTO team_meeting_texts (meeting_id, field, saved_by, saved_at) SELECT $1, unnest($2::text[]), $3, $4',
      [id, SharedField.options, by, now],
    );
    return id;
  }
}

/** Lets other teams read the decisions, or no more; whoever shares again does not move it to the top of their list. */
async function share(tx: EntityManager, id: string, shared: boolean, at: Date): Promise<void> {
  await tx.query(
    'UPDATE team_meetings SET shared_at = CASE WHEN $2 THEN coalesce(shared_at, $3::timestamptz) END WHERE id = $1',
    [id, shared, at],
  );
}

/**
 * The 会議 that the same person entered for the same time and place: a form that was sent twice. @throws DomainError conflict,
 * where it says something else than what stands there and nobody edited: it would be dropped without a word
 */
async function sentBefore(
  tx: EntityManager,
  actor: Actor,
  teamId: string,
  state: 'planned' | 'held',
  when: When,
  texts: Texts,
): Promise<string | undefined> {
  const [known]: { id: string }[] = await tx.query(
    `SELECT id FROM team_meetings WHERE team_id = $1 AND state = $2 AND (starts_at, ends_at, url, place) = ($3, $4, $5, $6)
       AND created_by = $7 LIMIT 1`,
    [teamId, state, ...instants(when), when.url, when.place, personId(actor)],
  );
  if (!known) return undefined;
  const stored = await textsOf(tx, known.id);
  const same = SharedField.options.every(
    (field) => stored[field].version > 1 || stored[field].body === (texts[field] ?? ''),
  );
  if (!same) {
    throw new DomainError(
      'conflict',
      'teamMeeting.exists',
      '同じ日時と場所の会議を、すでに登録しています。入力した内容を控えてから、その会議のページで書き加えてください。',
    );
  }
  return known.id;
}

/** @throws DomainError conflict with all texts as they stand, when one was written on an older version */
function requireFresh(stored: SharedTexts, texts: RecordTeamMeeting['texts']): void {
  for (const field of SharedField.options) {
    const text = texts[field];
    if (text && text.body !== stored[field].body) sameVersion(stored[field].version, text.version, { texts: stored });
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type { BePresent, Presence, SharedField, WriteText, WrittenText } from '../contract/team-meetings.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, sameVersion } from '../platform/errors.js';
import { mayTeam } from '../teams/policy.js';
import { columnOf, meetingOf, requireMeeting, textsOf } from './stored-meeting.js';

/** Whoever was not heard of for so long has closed the page. */
const PRESENT_MS = 30_000;

/** The texts of a 会議 that both sides write at once: each saved on its own, none over another. */
@Injectable()
export class SharedTextsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Saves one text. What stands there already is as good as saved: an answer may have been lost on its way. */
  write(actor: Actor, meetingId: string, field: SharedField, text: WriteText): Promise<WrittenText> {
    return this.db.transaction(async (tx) => {
      const { team, meeting } = await meetingOf(tx, actor, meetingId, 'FOR UPDATE OF t');
      requireMeeting(actor, 'write', team, meeting.state);
      const { [field]: stored } = await textsOf(tx, meetingId);
      if (stored.body === text.body) return { version: stored.version, savedAt: stored.savedAt };
      sameVersion(stored.version, text.version, stored);
      const at = this.clock.now();
      await replaceText(tx, meetingId, field, text.body, personId(actor), at);
      return { version: stored.version + 1, savedAt: at.toISOString() };
    });
  }

  /** Says that the actor has the page open, and answers who else does. */
  async present(actor: Actor, meetingId: string, { field }: BePresent): Promise<Presence> {
    const { team } = await meetingOf(this.db, actor, meetingId);
    authorize(mayTeam(actor, 'write', team));
    const now = this.clock.now();
    await this.db.query(
      `INSERT INTO team_meeting_presences (meeting_id, person_id, field, seen_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (meeting_id, person_id) DO UPDATE SET field = $3, seen_at = $4`,
      [meetingId, personId(actor), field, now],
    );
    const others: Presence['others'] = await this.db.query(
      `SELECT p.name, pr.field FROM team_meeting_presences pr JOIN people p ON p.id = pr.person_id
       WHERE pr.meeting_id = $1 AND pr.person_id <> $2 AND pr.seen_at > $3 ORDER BY p.name, p.id`,
      [meetingId, personId(actor), new Date(now.getTime() - PRESENT_MS)],
    );
    return { others, texts: await textsOf(this.db, meetingId) };
  }
}

/** Writes the next version of a text. The caller has locked the team and looked at the version. */
export async function replaceText(
  tx: EntityManager,
  meetingId: string,
  field: SharedField,
  body: string,
  by: string,
  at: Date,
): Promise<void> {
  await tx.query(`UPDATE team_meetings SET ${columnOf(field)} = $2 WHERE id = $1`, [meetingId, body]);
  await tx.query(
    `UPDATE team_meeting_texts SET version = version + 1, saved_by = $3, saved_at = $4 WHERE meeting_id = $1 AND field = $2`,
    [meetingId, field, by, at],
  );
}

import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { type CalendarEvent, calendarText } from '../calendar/ical.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { Sessions } from '../identity/sessions.js';
import type { Config } from '../platform/config.js';
import { found } from '../platform/errors.js';
import { CONFIG } from '../platform/platform.module.js';
import { teamOf } from '../teams/stored-team.js';
import { type DatedEntry, entriesOf } from './team-calendar.queries.js';

const hash = (token: string) => createHash('sha256').update(token).digest();

/** The calendar of a team under a secret address of one person. It lives as long as that person may read the team. */
@Injectable()
export class TeamFeedsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A new address; an older one of the same person and team ends. */
  make(actor: Actor, teamId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    return this.db.transaction(async (tx) => {
      await teamOf(tx, actor, teamId);
      await tx.query(
        `INSERT INTO team_calendars (person_id, team_id, token_hash, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person_id, team_id) DO UPDATE SET token_hash = excluded.token_hash, created_at = excluded.created_at`,
        [personId(actor), teamId, hash(token), this.clock.now()],
      );
      await record(tx, { type: 'teamCalendar.makeFeed', subjectId: teamId, actor });
      return `${this.config.BASE_URL}/api/public/team-calendars/${token}.ics`;
    });
  }

  end(actor: Actor, teamId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      await teamOf(tx, actor, teamId);
      await tx.query('DELETE FROM team_calendars WHERE person_id = $1 AND team_id = $2', [personId(actor), teamId]);
      await record(tx, { type: 'teamCalendar.endFeed', subjectId: teamId, actor });
    });
  }

  /** The file behind an address. @throws DomainError notFound, also where the person left or was deactivated */
  async read(token: string): Promise<string> {
    const [feed]: { person_id: string; team_id: string }[] = await this.db.query(
      'SELECT person_id, team_id FROM team_calendars WHERE token_hash = $1',
      [hash(token)],
    );
    const { person_id, team_id } = found(feed);
    await teamOf(this.db, found(await this.sessions.inTheNameOf(person_id)), team_id);
    const [{ town }]: [{ town: string }] = await this.db.query(
      `SELECT ${MUNICIPALITY_LABEL} AS town FROM teams t JOIN municipalities m ON m.code = t.municipality_code WHERE t.id = $1`,
      [team_id],
    );
    const entries = await entriesOf(this.db, team_id);
    return calendarText({
      name: `${town} 支援チーム`,
      host: new URL(this.config.BASE_URL).hostname,
      at: this.clock.now(),
      events: entries.map((entry) => this.eventOf(entry, team_id, town)),
    });
  }

  /** What is read outside the house bears no words of the team and no address of a meeting, only what it is and a link. */
  private eventOf(entry: DatedEntry, teamId: string, town: string): CalendarEvent {
    const { kind, id, startsAt, endsAt, firstDay, lastDay, title, sequence, cancelled, done } = entry;
    const home = `${this.config.BASE_URL}/teams/${teamId}`;
    return {
      id: kind === 'round' ? `${teamId}-${id}` : id,
      when: startsAt && endsAt ? { from: new Date(startsAt), until: new Date(endsAt) } : { firstDay, lastDay },
      summary: {
        meeting: `支援チームの会議（${town}）`,
        visit: `現地訪問（${town}）`,
        promise: `約束の期限${done ? '（済）' : ''}（${town}）`,
        round: title,
      }[kind],
      url: kind === 'meeting' || kind === 'visit' ? `${home}/${kind}s/${id}` : home,
      sequence,
      cancelled,
    };
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { SUPPORT_OPEN_STATES, type SupportUsage } from '../contract/back-office.js';
import { tokyoDay } from '../contract/calendar.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { authorize, found } from '../platform/errors.js';
import { listOf } from '../platform/sql/json.js';
import { tokyo } from '../platform/sql/tokyo.js';
import { maySetSupport, seesUsage } from './policy.js';
import { usageCsv } from './usage-csv.js';

interface Asked {
  state: string;
  dueOn: string;
  askedAt: string;
  answeredAt: string | null;
  usefulness: number | null;
}

interface TeamRow {
  id: string;
  municipalityCode: string;
  municipality: string;
  toldOn: string | null;
  finds: number;
  asked: Asked[];
}

/** How each team of a round uses 後方支援; those that never did are rows too. */
@Injectable()
export class UsageQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  /** Of a round, the newest with teams when none is named. */
  async usage(actor: Actor, roundId?: string): Promise<SupportUsage> {
    authorize(seesUsage(actor));
    const rounds: { id: string; name: string }[] = await this.db.query(
      `SELECT r.id, r.name FROM rounds r WHERE EXISTS (SELECT 1 FROM teams t WHERE t.round_id = r.id)
       ORDER BY r.fiscal_year DESC, r.id`,
    );
    const round = roundId ? found(rounds.find(({ id }) => id === roundId)) : (rounds[0] ?? null);
    const teams = round ? await this.teams(round.id) : [];
    const [settings]: { days: number }[] = await this.db.query('SELECT told_after_days AS days FROM support_settings');
    return {
      rounds,
      round,
      total: this.figures(
        teams.flatMap(({ asked }) => asked),
        teams.reduce((sum, { finds }) => sum + finds, 0),
      ),
      used: teams.filter(({ asked, finds }) => asked.length + finds > 0).length,
      teams: teams.map(({ asked, finds, ...team }) => ({ ...team, ...this.figures(asked, finds) })),
      toldAfterDays: found(settings).days,
      maySet: maySetSupport(actor),
    };
  }

  /** What leaves the house as a file goes into the trail. */
  async csv(actor: Actor, roundId?: string): Promise<string> {
    const usage = await this.usage(actor, roundId);
    await record(this.db.manager, { type: 'support.export', subjectId: usage.round?.id ?? '', actor });
    return usageCsv(usage);
  }

  private teams(roundId: string): Promise<TeamRow[]> {
    return this.db.query(
      `SELECT t.id, t.municipality_code AS "municipalityCode", ${MUNICIPALITY_LABEL} AS municipality,
         (${tokyo('told.told_at')}::date)::text AS "toldOn",
         (SELECT count(*)::int FROM support_finds f WHERE f.team_id = t.id) AS finds,
         ${listOf(
           `'state', c.state, 'dueOn', c.reply_due_on, 'askedAt', c.submitted_at, 'answeredAt', c.replied_at,
            'usefulness', s.usefulness`,
           'support_requests s JOIN consultations c ON c.id = s.id WHERE s.team_id = t.id',
         )} AS asked
       FROM teams t JOIN municipalities m ON m.code = t.municipality_code
       LEFT JOIN support_tellings told ON told.team_id = t.id
       WHERE t.round_id = $1 AND t.ended_at IS NULL ORDER BY t.municipality_code, t.id`,
      [roundId],
    );
  }

  private figures(asked: readonly Asked[], finds: number) {
    const open = asked.filter(({ state }) => SUPPORT_OPEN_STATES.some((one) => one === state));
    const marks = asked.flatMap(({ usefulness }) => usefulness ?? []);
    const days = asked.flatMap(({ askedAt, answeredAt }) =>
      answeredAt ? [this.daysBetween(askedAt, answeredAt)] : [],
    );
    const sum = marks.reduce((total, mark) => total + mark, 0);
    return {
      open: open.length,
      overdue: open.filter(({ dueOn }) => dueOn < this.calendar.today()).length,
      closed: asked.filter(({ state }) => state === 'closed').length,
      withdrawn: asked.filter(({ state }) => state === 'withdrawn').length,
      medianDays: median(days),
      usefulness: marks.length > 0 ? Math.round((sum / marks.length) * 10) / 10 : null,
      rated: marks.length,
      finds,
    };
  }

  /** From the business day on which the request counts as received. */
  private daysBetween(askedAt: string, answeredAt: string): number {
    const from = this.calendar.startDay(new Date(askedAt));
    return Math.max(0, this.calendar.workdaysBetween(from, tokyoDay(answeredAt)));
  }
}

function median(days: readonly number[]): number | null {
  const sorted = days.toSorted((one, other) => one - other);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type { AllowedRoundAction, Round, RoundSummary, Rounds } from '../contract/rounds.js';
import type { Actor } from '../identity/actor.js';
import { found } from '../platform/errors.js';
import { type CallRow, callsOf, shownCall } from './calls.js';
import { allowedRoundActions, isInside, mayCreateRound, readableRounds } from './policy.js';
import { RoundEntity } from './round.entity.js';

type Counts = NonNullable<Round['inside']>['counts'];

/** Rounds as their readers see them. */
@Injectable()
export class RoundQueries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The newest 年度 first. */
  async list(actor: Actor): Promise<Rounds> {
    const rows: (Omit<RoundSummary, 'calls'> & { calls: CallRow[] })[] = await this.db.query(
      `SELECT r.id, r.fiscal_year AS "fiscalYear", r.name, r.state, (
         SELECT json_agg(json_build_object('kind', c.kind, 'opensAt', c.opens_at, 'closesAt', c.closes_at,
                                           'formVersion', c.form_version) ORDER BY c.kind DESC)
         FROM round_calls c WHERE c.round_id = r.id) AS calls
       FROM rounds r WHERE ${readableRounds(actor)} ORDER BY r.fiscal_year DESC, r.id`,
    );
    const now = this.clock.now();
    const items = rows.map((row) => ({ ...row, calls: row.calls.map((call) => shownCall(now, call)) }));
    return { items, total: items.length, mayCreate: mayCreateRound(actor) };
  }

  async get(actor: Actor, id: string): Promise<Round> {
    const readable: unknown[] = await this.db.query(
      `SELECT 1 FROM rounds r WHERE r.id = $1 AND ${readableRounds(actor)}`,
      [id],
    );
    found(readable[0]);
    const round = found(await this.db.manager.findOneBy(RoundEntity, { id }));
    const now = this.clock.now();
    const calls = (await callsOf(this.db, id)).map((call) => shownCall(now, call));
    const inside = isInside(actor) ? await this.inside(round) : null;
    const waits: Partial<Record<AllowedRoundAction, boolean>> = {
      close: calls.some(({ standing }) => standing !== 'ended'),
      settleSelection: inside !== null && (inside.counts.town.undecided > 0 || inside.counts.town.chosen === 0),
    };
    const { fiscalYear, name, state, version, places, populationLimit, calendar } = round;
    return {
      ...{ id, fiscalYear, name, state, version, places, populationLimit, calendar },
      calls,
      inside,
      allowedActions: allowedRoundActions(actor, round).filter((action) => !waits[action]),
    };
  }

  private async inside({ id, reviewers, teamSize, skillYears, matching, criteria }: RoundEntity) {
    const rows: ({ kind: 'town' | 'officer' } & Counts['town'])[] = await this.db.query(
      `SELECT kind, count(*) FILTER (WHERE state = 'draft')::int AS draft,
              count(*) FILTER (WHERE state = 'submitted')::int AS undecided,
              count(*) FILTER (WHERE state = 'chosen')::int AS chosen,
              count(*) FILTER (WHERE state NOT IN ('draft', 'withdrawn'))::int AS submitted,
              count(*) FILTER (WHERE state = 'withdrawn' AND number IS NOT NULL)::int AS withdrawn
       FROM applications WHERE round_id = $1 GROUP BY kind`,
      [id],
    );
    const none = { draft: 0, submitted: 0, withdrawn: 0, undecided: 0, chosen: 0 };
    const counts: Counts = { town: none, officer: none };
    for (const { kind, ...count } of rows) counts[kind] = count;
    return { reviewers, teamSize, skillYears, weights: matching.weights, criteria, counts };
  }
}

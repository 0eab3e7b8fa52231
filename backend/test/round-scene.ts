import type { DataSource } from 'typeorm';
import { Clock } from '../src/calendar/clock.js';
import type { RoundState } from '../src/contract/rounds.js';
import { roundTemplate } from '../src/rounds/round-template.js';

interface RoundTraits {
  state?: RoundState;
  opensAt?: string;
  closesAt?: string;
  places?: number;
}

/** There are more rounds in the tests than years that a calendar knows: only the 年度 is each one's own. */
let year = 2100;
const YEARS_OF_CALENDARS = 90;

/** A round straight into the tables, of a 年度 of its own. Its calls are open unless told otherwise. */
export async function aRound(
  db: DataSource,
  createdBy: string,
  traits: RoundTraits = {},
): Promise<{ id: string; fiscalYear: number }> {
  year += 1;
  const template = await roundTemplate(2100 + (year % YEARS_OF_CALENDARS));
  const now = new Clock().now();
  const hours = (many: number) => new Date(Math.floor(now.getTime() / 60_000) * 60_000 + many * 3_600_000);
  const [{ id }] = await db.query(
    `INSERT INTO rounds (fiscal_year, name, state, state_since, places, population_limit, reviewers, criteria, skill_years,
       team_size, matching, calendar, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $4) RETURNING id`,
    [
      ...[year, template.name, traits.state ?? 'open', now, traits.places ?? template.places, template.populationLimit],
      ...[template.reviewers, JSON.stringify(template.criteria), template.skillYears, template.teamSize],
      ...[JSON.stringify(template.matching), JSON.stringify(template.calendar), createdBy],
    ],
  );
  await db.query(
    `INSERT INTO round_calls SELECT $1, kind, $2, $3, form, 1
     FROM (VALUES ('town', 'roundTown'), ('officer', 'roundOfficer')) calls (kind, form)`,
    [id, traits.opensAt ?? hours(-1), traits.closesAt ?? hours(1)],
  );
  return { id, fiscalYear: year };
}

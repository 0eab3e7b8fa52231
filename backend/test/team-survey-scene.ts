import type { DataSource } from 'typeorm';
import { Clock } from '../src/calendar/clock.js';
import { plusDays } from '../src/calendar/workdays.js';
import { tokyoDay } from '../src/contract/calendar.js';
import type { Occasion, TeamSurveyKind } from '../src/contract/team-surveys.js';
import { signLink } from '../src/platform/signing.js';
import { openSurvey } from '../src/team-surveys/invite.js';

interface About {
  roundId: string;
  survey?: TeamSurveyKind;
  occasion?: Occasion;
  /** How many days ago it began; it lasts fourteen. */
  since?: number;
}

/** A survey of 伴走支援 that has begun, with an invitation for everybody it asks, and their links. */
export async function aTeamSurvey(db: DataSource, by: string, about: About) {
  const { roundId, survey = 'companion-town', occasion = 'half', since = 0 } = about;
  const now = new Clock().now();
  const opensOn = plusDays(tokyoDay(now), -since);
  const [{ id }]: [{ id: string }] = await db.query(
    `INSERT INTO team_surveys (round_id, survey, occasion, opens_on, reminds_on, closes_on, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
    [roundId, survey, occasion, opensOn, plusDays(opensOn, 7), plusDays(opensOn, 14), by, now],
  );
  await db.transaction((tx) => openSurvey(tx, id, now, opensOn));
  return { id, tokens: await tokensOf(db, id) };
}

export async function tokensOf(db: DataSource, survey: string): Promise<string[]> {
  const invitations: { id: string }[] = await db.query(
    'SELECT id FROM team_survey_invitations WHERE team_survey_id = $1 ORDER BY id',
    [survey],
  );
  return invitations.map(({ id }) => signLink(process.env.SECRET ?? '', 'teamSurvey', id));
}

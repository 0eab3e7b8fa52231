import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { plusDays } from '../calendar/workdays.js';
import type { RoundState } from '../contract/rounds.js';
import type { PlanTeamSurvey } from '../contract/team-surveys.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, DomainError, found, invalid } from '../platform/errors.js';
import { openSurvey } from './invite.js';
import { plansTeamSurveys, seesTeamSurveys } from './policy.js';
import { type StoredSurvey, stateOf } from './stored-survey.js';

const SURVEYED: readonly RoundState[] = ['running', 'ended'];

/** When the surveys of a 年度 are answered. Nobody is written to without the secretariat having set the days. */
@Injectable()
export class PlanService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
  ) {}

  /** Once open only the last day moves; once closed nothing, as the figures have been read. */
  async plan(actor: Actor, roundId: string, plan: PlanTeamSurvey): Promise<string> {
    authorize(seesTeamSurveys(actor));
    authorize(plansTeamSurveys(actor));
    const { survey, occasion, opensOn, closesOn } = plan;
    const today = this.calendar.today();
    return this.db.transaction(async (tx) => {
      const state = await this.lockRound(tx, roundId);
      if (!['appointed', ...SURVEYED].includes(state))
        throw new DomainError('conflict', 'teamSurvey.noTeams', '調査は、任命の後に実施できます。');
      this.assertMovable(await standing(tx, roundId, plan), plan, today);
      if (closesOn < today) throw invalid({ closesOn: '回答の期限は、今日以降の日にしてください' });
      const [{ id }]: [{ id: string }] = await tx.query(
        `INSERT INTO team_surveys (round_id, survey, occasion, opens_on, reminds_on, closes_on, created_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (round_id, survey, occasion) DO UPDATE SET
           (opens_on, reminds_on, closes_on) = (excluded.opens_on, excluded.reminds_on, excluded.closes_on)
         RETURNING id`,
        [
          ...[roundId, survey, occasion, opensOn, await this.remindsOn(tx, plan), closesOn],
          ...[personId(actor), this.clock.now()],
        ],
      );
      await record(tx, { type: 'teamSurvey.plan', subjectId: id, actor, data: { roundId, ...plan } });
      if (opensOn <= today && SURVEYED.includes(state)) await openSurvey(tx, id, this.clock.now(), today);
      return id;
    });
  }

  private async lockRound(tx: EntityManager, roundId: string): Promise<RoundState> {
    const rows: { state: RoundState }[] = await tx.query('SELECT state FROM rounds WHERE id = $1 FOR UPDATE', [
      roundId,
    ]);
    return found(rows[0]).state;
  }

  private assertMovable(stored: Standing | undefined, { opensOn }: PlanTeamSurvey, today: string): void {
    const state = stored && stateOf(stored, today);
    if (state === 'closed')
      throw new DomainError('conflict', 'teamSurvey.closed', '締め切った調査の日程は変えられません。');
    if (state === 'open' && stored?.opensOn !== opensOn)
      throw invalid({ opensOn: '始まった調査の開始日は変えられません。期限だけを変えてください' });
    if (state !== 'open' && opensOn < today) throw invalid({ opensOn: '開始日は、今日以降の日にしてください' });
  }

  private async remindsOn(tx: EntityManager, { survey, opensOn, closesOn }: PlanTeamSurvey): Promise<string> {
    const [definition]: { days: number }[] = await tx.query(
      `SELECT remind_after_days AS days FROM survey_definitions WHERE survey = $1 AND valid_from <= $2
       ORDER BY version DESC LIMIT 1`,
      [survey, this.calendar.today()],
    );
    const usual = plusDays(opensOn, found(definition).days);
    const day = usual < closesOn ? usual : closesOn;
    if (this.calendar.addWorkdays(plusDays(day, -1), 1) <= closesOn) return day;
    // Reminded is on business days only: where none is left until the end, on the last one before.
    const before = this.calendar.addWorkdays(plusDays(day, 1), -1);
    return before > opensOn ? before : day;
  }
}

type Standing = Pick<StoredSurvey, 'openedAt' | 'opensOn' | 'closesOn'>;

async function standing(tx: EntityManager, roundId: string, { survey, occasion }: PlanTeamSurvey) {
  const [row]: Standing[] = await tx.query(
    `SELECT opened_at AS "openedAt", opens_on::text AS "opensOn", closes_on::text AS "closesOn" FROM team_surveys
     WHERE (round_id, survey, occasion) = ($1, $2, $3)`,
    [roundId, survey, occasion],
  );
  return row;
}

import { beforeAll, describe, expect, it } from '@jest/globals';
import { aConsultation, aPerson, aSurveyInvitation, aSurveyResponse, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { readTally, Tallies } from '../tallies/tallies.js';
import { FIGURE_INVARIANTS } from './invariants.js';
import { SettleTallies } from './settle-tallies.job.js';

const db = testDatabase();
let job: SettleTallies;
let desk: Awaited<ReturnType<typeof aPerson>>;

beforeAll(async () => {
  itIs('2026-11-20T09:00');
  job = new SettleTallies(new Tallies(db()), await new Calendar(db(), new Clock()).reload());
  desk = await aPerson(db(), grant('desk'));
});

const wrong = async () => {
  const found: string[] = [];
  for (const [name, sql] of Object.entries(FIGURE_INVARIANTS)) if ((await db().query(sql)).length > 0) found.push(name);
  return found;
};
const figure = async (name: string, year?: number) =>
  Object.fromEntries((await readTally(db().manager, name, year)).map(({ key, also, n }) => [`${key} ${also}`, n]));
const aCase = async () => (await aConsultation(db(), desk, { state: 'checking', municipalityCode: KAMISHIHORO })).id;
const ask = (id: string, ministry: string) =>
  db().query(
    `INSERT INTO inquiries (consultation_id, ministry_id, state, due_on, asked_by, asked_at)
     VALUES ($1, $2, 'asked', '2026-12-04', $3, now())`,
    [id, ministry, desk.id],
  );

describe('the kept figures', () => {
  it('follow what happens to a case', async () => {
    const id = await aCase();
    await job.run();
    expect(await figure('state')).toEqual({ 'checking 2026-11-20': 1 });
    expect(await figure('ministry')).toEqual({ 'none checking': 1 });

    await ask(id, 'mlit');
    await ask(id, 'maff');
    await db().query(`UPDATE consultations SET state = 'inquiring', field_codes = '{tourism}' WHERE id = $1`, [id]);
    await job.run();
    expect(await figure('ministry')).toEqual({ 'maff inquiring': 1, 'mlit inquiring': 1 });
    expect(await figure('field', 2026)).toEqual({ 'tourism 01': 1 });
    expect(await figure('field', 2025)).toEqual({});
    expect(await figure('timeliness')).toEqual({ 'maff 2026-12-04': 1, 'mlit 2026-12-04': 1 });

    await db().query(
      `UPDATE inquiries SET state = 'cancelled', cancelled_at = now(), cancel_reason = '重複' WHERE ministry_id = 'maff'`,
    );
    await db().query(
      `UPDATE inquiries SET state = 'answered', acknowledged_at = now(), acknowledged_by = asked_by,
         answered_at = '2026-12-05T00:00+09' WHERE ministry_id = 'mlit'`,
    );
    await job.run();
    expect(await figure('ministry')).toEqual({ 'mlit inquiring': 1 });
    expect(await figure('timeliness')).toEqual({ 'mlit late': 1 });
    expect(await wrong()).toEqual([]);
  });

  it('count business days anew when a day of the past becomes a holiday', async () => {
    await db().query(`UPDATE consultations SET submitted_at = '2026-11-16T10:00+09'`);
    await db().query(`UPDATE inquiries SET answered_at = '2026-11-19T10:00+09' WHERE state = 'answered'`);
    await job.run();
    expect(await figure('duration')).toEqual({ 'answer 3': 1 });

    await db().query(
      `INSERT INTO holidays (day, name, source, provisional) VALUES ('2026-11-17', '臨時', '試験', false)`,
    );
    const reread = new SettleTallies(new Tallies(db()), await new Calendar(db(), new Clock()).reload());
    await reread.run();
    expect(await figure('duration')).toEqual({ 'answer 2': 1 });
  });

  it('count an answer in the groups of its case, also when these change later, and none of its words', async () => {
    const id = await aCase();
    const invitation = await aSurveyInvitation(db(), id);
    await aSurveyResponse(db(), invitation.id, { overall: 2, comment: '秘密の言葉', next: 'apply' });
    await job.run();
    expect(await figure('groups.consultation.field')).toEqual({ ' 2': 1 });
    expect(await figure('answers.consultation')).toEqual({
      ...{ 'overall ': 1, 'overall 2': 1, 'comment ': 1, 'next ': 1, 'next apply': 1 },
    });

    await db().query(`UPDATE consultations SET field_codes = '{tourism,industry}' WHERE id = $1`, [id]);
    await job.run();
    expect(await figure('groups.consultation.field')).toEqual({ 'tourism,industry 2': 1 });
    expect(await wrong()).toEqual([]);
  });

  it('are the same however many count at once', async () => {
    const before = (await figure('state'))['checking 2026-11-20'] ?? 0;
    await Promise.all([...Array.from({ length: 20 }, aCase), ...Array.from({ length: 5 }, () => job.run())]);
    await job.run();
    expect((await figure('state'))['checking 2026-11-20']).toBe(before + 20);
    expect(await wrong()).toEqual([]);
  });

  it('are found to be wrong when somebody changes them', async () => {
    await db().query(`UPDATE tallies SET n = n + 1 WHERE figure = 'state'`);
    expect(await wrong()).toEqual([
      'a number that is not the sum of what was counted',
      'the cases by state are not those of the figures',
    ]);
    await db().query(`UPDATE tallies SET n = n - 1 WHERE figure = 'state'`);
    await db().query('UPDATE tally_ranks SET rank = rank + 1');
    await db().query(`UPDATE tally_units SET found_by = array_remove(found_by, 'says:overall=2')`);
    expect(await wrong()).toEqual([
      'the cases behind 日数 are not those of the figures',
      'the answers behind a number are not those of the figures',
    ]);
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import { aConsultation, aPerson, aSurveyInvitation, aSurveyResponse, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { Advance } from '../consultations/advance.js';
import { CloseBySilence } from '../consultations/close-by-silence.job.js';
import type { Actor } from '../identity/actor.js';
import { loadReferenceData } from '../reference-data.js';
import { InviteToSurvey } from './invite-to-survey.job.js';
import { RemindSurvey } from './remind-survey.job.js';

const db = testDatabase();
const clock = new Clock();
let town: Actor & { id: string };
let calendar: Calendar;
let advance: Advance;
beforeAll(async () => {
  await loadReferenceData(db());
  town = await aPerson(db(), grant('approver', { municipalityCode: KAMISHIHORO }));
  calendar = await new Calendar(db(), clock).reload();
  advance = new Advance(clock, calendar);
});

const closing = async (stateDueOn: string) => {
  const { id } = await aConsultation(db(), town, { state: 'closing' });
  await db().query('UPDATE consultations SET state_due_on = $2 WHERE id = $1', [id, stateDueOn]);
  return id;
};
const stateOf = async (id: string) =>
  (await db().query('SELECT state FROM consultations WHERE id = $1', [id]))[0].state;
const events = (subject: string): Promise<{ type: string; id: string }[]> =>
  db().query('SELECT id, type FROM events WHERE subject_id = $1 ORDER BY id', [subject]);
const types = async (subject: string) => (await events(subject)).map(({ type }) => type);
const agree = async () => {
  const id = await closing('2026-12-31');
  await db().transaction((tx) => advance.step(tx, town, id, 'agreeClose'));
  const [closed] = await events(id);
  return { id, eventId: closed?.id ?? '' };
};
const invitations = (id: string): Promise<{ id: string; closes_on: string }[]> =>
  db().query('SELECT id, closes_on::text FROM survey_invitations WHERE consultation_id = $1 ORDER BY invited_at', [id]);

describe('closing by silence', () => {
  const job = () => new CloseBySilence(db(), clock, calendar, advance);

  it('waits through the whole last day', async () => {
    const id = await closing('2026-11-20');
    itIs('2026-11-20T23:30');
    await job().run();
    expect(await stateOf(id)).toBe('closing');
    itIs('2026-11-21T06:30');
    await job().run();
    expect(await stateOf(id)).toBe('closed');
    const [row] = await db().query('SELECT closed_at FROM consultations WHERE id = $1', [id]);
    expect(row.closed_at).toEqual(clock.now());
  });

  it('closes each once when two workers run at once, and leaves other states alone', async () => {
    itIs('2026-11-24T06:30');
    const due = await Promise.all([closing('2026-11-19'), closing('2026-11-19'), closing('2026-11-20')]);
    const { id: following } = await aConsultation(db(), town, { state: 'followUp' });
    await Promise.all([job().run(), job().run(), job().run()]);
    for (const id of due) expect(await types(id)).toEqual(['consultation.closeBySilence']);
    expect(await stateOf(following)).toBe('followUp');
  });

  it('waits for whoever just writes beside the case, and closes it all the same', async () => {
    itIs('2026-11-24T06:30');
    const id = await closing('2026-11-19');
    const notice = db().createQueryRunner();
    await notice.startTransaction();
    await notice.query('SELECT 1 FROM consultations WHERE id = $1 FOR KEY SHARE', [id]);
    const running = job().run();
    for (let waits = 0; waits === 0; ) {
      const [row] = await db().query(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      waits = row.n;
    }
    await notice.commitTransaction();
    await notice.release();
    await running;
    expect(await stateOf(id)).toBe('closed');
  });

  it('gives way to a town that agrees at the same moment', async () => {
    itIs('2026-11-24T06:30');
    const id = await closing('2026-11-19');
    await Promise.allSettled([job().run(), db().transaction((tx) => advance.step(tx, town, id, 'agreeClose'))]);
    expect(await stateOf(id)).toBe('closed');
    expect(await types(id)).toHaveLength(1);
  });

  it('comes twenty business days after the proposal', async () => {
    itIs('2026-11-20T10:00');
    const desk = await aPerson(db(), grant('desk'));
    const { id } = await aConsultation(db(), town, { state: 'replied', ownerId: desk.id });
    await db().transaction((tx) => advance.step(tx, desk, id, 'proposeClose'));
    itIs('2026-12-21T06:30');
    await job().run();
    expect(await stateOf(id)).toBe('closing');
    itIs('2026-12-22T06:30');
    await job().run();
    expect(await stateOf(id)).toBe('closed');
  });
});

describe('the invitation', () => {
  const job = () => new InviteToSurvey(db(), clock, calendar);

  it('follows a closing, is open for fourteen days, and goes into the history', async () => {
    itIs('2026-11-20T18:00');
    const { id, eventId } = await agree();
    await job().run({ eventId });
    const [invitation] = await invitations(id);
    expect(invitation?.closes_on).toBe('2026-12-04');
    expect(await types(invitation?.id ?? '')).toEqual(['survey.invite']);
  });

  it('is one for one closing, however often and at once the job runs', async () => {
    const { id, eventId } = await agree();
    await Promise.all([job().run({ eventId }), job().run({ eventId }), job().run({ eventId })]);
    await job().run({ eventId });
    const all = await invitations(id);
    expect(all).toHaveLength(1);
    expect(await types(all[0]?.id ?? '')).toEqual(['survey.invite']);
  });

  it('comes again when a reopened case closes again', async () => {
    const { id, eventId } = await agree();
    await job().run({ eventId });
    await db().query(`UPDATE consultations SET state = 'closing' WHERE id = $1`, [id]);
    await db().transaction((tx) => advance.step(tx, town, id, 'agreeClose'));
    await job().run({ eventId: (await events(id))[1]?.id ?? '' });
    expect(await invitations(id)).toHaveLength(2);
  });
});

describe('the reminder', () => {
  const job = () => new RemindSurvey(db(), clock, calendar);
  const invited = async (closesOn = '2026-12-04') => {
    const { id: consultation } = await aConsultation(db(), town, { state: 'closed' });
    itIs('2026-11-20T09:00');
    return (await aSurveyInvitation(db(), consultation, { closesOn })).id;
  };
  const onDays = async (...days: string[]) => {
    for (const day of days) {
      itIs(`${day}T09:00`);
      await Promise.all([job().run(), job().run()]);
    }
  };

  it('comes once, seven days later', async () => {
    const id = await invited();
    await onDays('2026-11-24', '2026-11-26');
    expect(await types(id)).toEqual([]);
    await onDays('2026-11-27', '2026-11-30', '2026-12-04');
    expect(await types(id)).toEqual(['survey.remind']);
    const [row] = await db().query('SELECT reminded_at FROM survey_invitations WHERE id = $1', [id]);
    expect(row.reminded_at).toEqual(new Date('2026-11-27T09:00+09:00'));
  });

  it('waits for a business day', async () => {
    const { id: consultation } = await aConsultation(db(), town, { state: 'closed' });
    itIs('2026-12-24T09:00');
    const { id } = await aSurveyInvitation(db(), consultation, { closesOn: '2027-01-07' });
    await onDays('2026-12-31', '2027-01-01');
    expect(await types(id)).toEqual([]);
    await onDays('2027-01-04');
    expect(await types(id)).toEqual(['survey.remind']);
  });

  it('spares who has answered, and who cannot any more', async () => {
    const answered = await invited();
    await aSurveyResponse(db(), answered, { overall: 4 });
    const over = await invited('2026-11-26');
    await onDays('2026-11-27', '2026-11-30');
    expect([...(await types(answered)), ...(await types(over))]).toEqual([]);
  });
});

import { beforeAll, expect, it } from '@jest/globals';
import { Clock } from '../../src/calendar/clock.js';
import { callStanding } from '../../src/rounds/call-standing.js';
import { testApi } from '../api.js';
import { anApplication } from '../application-scene.js';
import { aPerson, grant } from '../builders.js';
import { itIs } from '../clock.js';
import { testDatabase } from '../database.js';
import { aRound } from '../round-scene.js';

const TOWNS = 250;
const TOWNS_EACH = 5;
const OFFICERS = 250;
const LONG = 600_000;
const CLOSES_AT = '2027-02-19T17:00:00+09:00';

const db = testDatabase();
const api = testApi(db);
type Speaker = ReturnType<typeof api.as>;
let drafts: { id: string; who: Speaker }[];

beforeAll(async () => {
  itIs('2027-02-19T16:59:59.500');
  const secretariat = await aPerson(db(), grant('secretariat'));
  const round = await aRound(db(), secretariat.id, { opensAt: '2027-02-05T10:00:00+09:00', closesAt: CLOSES_AT });
  const codes: { code: string }[] = await db().query(
    `SELECT code FROM municipalities WHERE kind <> 'prefecture' AND valid_to IS NULL ORDER BY code LIMIT ${TOWNS}`,
  );
  drafts = [];
  for (let i = 0; i < TOWNS; i += TOWNS_EACH) {
    const own = codes.slice(i, i + TOWNS_EACH);
    const person = await aPerson(db(), ...own.map(({ code }) => grant('approver', { municipalityCode: code })));
    const who = api.as(person);
    for (const { code } of own) drafts.push({ id: (await anApplication(db(), round.id, person.id, { code })).id, who });
  }
  for (let i = 0; i < OFFICERS; i += 1) {
    const person = await aPerson(db(), grant('officer'));
    drafts.push({ id: (await anApplication(db(), round.id, person.id, { kind: 'officer' })).id, who: api.as(person) });
  }
  // Everybody is signed in before the last minute.
  for (const { who } of drafts) await who.get('/me/notices/unread');
}, LONG);

it(
  'takes 500 応募 of 300 people at once until the closing minute: none lost, none late, each acknowledged',
  async () => {
    let accepted = 0;
    const answers = await Promise.all(
      drafts.map(async ({ id, who }) => {
        const answer = await who.post<{ number: string }>(`/applications/${id}/submit`, { version: 1 });
        if (answer.status === 200) accepted += 1;
        // The clock strikes while half of them still wait.
        if (accepted === drafts.length / 2) itIs('2027-02-19T17:00');
        return { id, status: answer.status, number: answer.body.number, code: answer.problem.code };
      }),
    );
    expect(new Clock().now()).toEqual(new Date(CLOSES_AT));
    const taken = answers.filter(({ status }) => status === 200);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(taken.length).toBeGreaterThanOrEqual(drafts.length / 2);
    expect(new Set(refused.map(({ status, code }) => `${status} ${code}`))).toEqual(
      new Set(['409 application.closed']),
    );

    const rows: { id: string; kind: string; serial: number; number: string; submittedAt: Date; receipts: number }[] =
      await db().query(
        `SELECT a.id, a.kind, a.serial, a.number, a.submitted_at AS "submittedAt", (SELECT count(*)::int FROM events e
           WHERE e.type = 'application.submit' AND e.subject_id = a.id::text) AS receipts
         FROM applications a WHERE a.state = 'submitted' ORDER BY a.kind, a.serial`,
      );
    expect(rows.map(({ id, number }) => `${id} ${number}`).sort()).toEqual(
      taken.map(({ id, number }) => `${id} ${number}`).sort(),
    );
    const call = { opensAt: new Date(0), closesAt: new Date(CLOSES_AT) };
    expect(rows.filter((row) => callStanding(row.submittedAt, call) !== 'open' || row.receipts !== 1)).toEqual([]);
    for (const kind of ['town', 'officer']) {
      const serials = rows.filter((row) => row.kind === kind).map(({ serial }) => serial);
      expect(serials).toEqual(serials.map((_, index) => index + 1));
    }
    const [{ drafts: left, consents }] = await db().query(
      `SELECT (SELECT count(*)::int FROM applications WHERE state = 'draft' AND number IS NULL) AS drafts,
              (SELECT count(*)::int FROM consents) AS consents`,
    );
    expect([left, consents]).toEqual([refused.length, rows.filter(({ kind }) => kind === 'officer').length]);
  },
  LONG,
);

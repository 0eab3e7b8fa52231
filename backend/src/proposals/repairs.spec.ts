import { beforeAll, describe, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aMatchingRound, solveAll } from '../../test/proposal-scene.js';

const db = testDatabase();
const api = testApi(db);
let secretariat: ReturnType<typeof api.as>;
let manager: ReturnType<typeof api.as>;
let by: string;

beforeAll(async () => {
  itIs('2027-04-20T10:00');
  const person = await aPerson(db(), grant('secretariat'));
  by = person.id;
  secretariat = api.as(person);
  manager = api.as(await aPerson(db(), grant('manager')));
});

const approve = (id: string) => manager.post(`/proposals/${id}/approve`, { version: 1, reason: '任命のため' });
const propose = async (round: string, name: string) =>
  (await secretariat.post<{ id: string }>(`/rounds/${round}/proposals`, { name })).body.id;
const repair = (id: string, more: object = {}) =>
  secretariat.post<{ id: string }>(`/proposals/${id}/repair`, { name: '再編成', reason: '辞退', moves: 4, ...more });

async function anAppointed(towns = 3) {
  const round = await aMatchingRound(db(), by, { towns, officers: 12 });
  const id = await propose(round, '第一案');
  await solveAll(db());
  expect((await approve(id)).status).toBe(204);
  return { round, id };
}

interface Standing {
  town: string;
  ended: boolean;
  officers: string[];
}
const teams = (round: string): Promise<Standing[]> =>
  db().query(
    `SELECT t.application_id AS town, t.ended_at IS NOT NULL AS ended, ARRAY(
       SELECT tm.application_id FROM team_members tm WHERE tm.team_id = t.id AND tm.left_on IS NULL ORDER BY 1) AS officers
     FROM teams t WHERE t.round_id = $1 ORDER BY t.created_at, t.application_id`,
    [round],
  );
const setState = (application: string | undefined, state: string) =>
  db().query('UPDATE applications SET state = $2, place = NULL WHERE id = $1', [application, state]);

describe('two who fix teams at once', () => {
  it('of the same 編成案 one does, and the other is told that it is fixed', async () => {
    const round = await aMatchingRound(db(), by);
    const id = await propose(round, '第一案');
    await solveAll(db());
    const answers = await Promise.all([approve(id), approve(id), approve(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
    expect((await teams(round)).filter(({ ended }) => !ended)).toHaveLength(3);
  });

  it('of two 編成案 of one round one does, and the other is told why not', async () => {
    const round = await aMatchingRound(db(), by);
    const both = [await propose(round, '第一案'), await propose(round, '第二案')];
    await solveAll(db());
    const answers = await Promise.all(both.map(approve));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(answers.find(({ status }) => status === 409)?.problem.code).toBe('proposal.another_fixed');
    const standing = await db().query('SELECT 1 FROM appointments WHERE round_id = $1 AND ended_at IS NULL', [round]);
    expect(standing).toHaveLength(1);
  });
});

it('nobody withdraws beside a 任命: whoever does waits until it is made', async () => {
  const round = await aMatchingRound(db(), by);
  const [officer]: { id: string; by: string }[] = await db().query(
    `SELECT id, created_by AS by FROM applications WHERE round_id = $1 AND kind = 'officer' ORDER BY serial LIMIT 1`,
    [round],
  );
  const appointing = db().createQueryRunner();
  await appointing.startTransaction();
  await appointing.query('SELECT 1 FROM rounds WHERE id = $1 FOR UPDATE', [round]);
  let ended = false;
  const withdrawn = api
    .as({ id: officer?.by ?? '' })
    .post(`/applications/${officer?.id}/withdraw`, { reason: '異動' })
    .finally(() => {
      ended = true;
    });
  let waits = false;
  while (!ended && !waits) {
    const [{ many }]: [{ many: number }] = await appointing.query(
      `SELECT count(*)::int AS many FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    waits = many > 0;
  }
  await appointing.commitTransaction();
  await appointing.release();
  expect([waits, (await withdrawn).status]).toEqual([true, 204]);
});

describe('after a 任命', () => {
  it('a town that withdrew leaves, one that moved up gets a team, and nobody else is moved for it', async () => {
    const { round, id } = await anAppointed();
    const [reserve] = await db().query(
      `INSERT INTO applications (id, round_id, kind, state, state_since, municipality_code, sheet, serial, place, number, submitted_at,
         submitted_by, created_by, updated_by, created_at, updated_at)
       SELECT gen_random_uuid(), round_id, kind, 'reserve', now(), '223069', sheet, 99, 1, '試験-補欠-' || round_id, now(), $2, $2, $2, now(), now()
       FROM applications WHERE round_id = $1 AND kind = 'town' ORDER BY serial LIMIT 1 RETURNING id`,
      [round, by],
    );
    const before = await teams(round);
    expect((await repair(id)).problem.fields).toHaveProperty('officers');
    await setState(before[0]?.town, 'withdrawn');
    await setState(reserve.id, 'chosen');
    const repaired = (await repair(id, { moves: 2 })).body.id;
    await solveAll(db());
    expect((await approve(repaired)).status).toBe(204);
    const after = await teams(round);
    const at = (town: string | undefined) => after.find((one) => one.town === town);
    expect(at(before[0]?.town)).toMatchObject({ ended: true, officers: [] });
    expect(at(reserve.id)).toMatchObject({ ended: false });
    expect(at(reserve.id)?.officers).toHaveLength(2);
    for (const { town, officers } of before.slice(1)) expect(at(town)).toEqual({ town, officers, ended: false });
  });

  it('members who changed by hand stay as they are: who left does not come back, who joined does not go', async () => {
    const { round, id } = await anAppointed();
    await db().query(`UPDATE rounds SET state = 'running' WHERE id = $1`, [round]);
    const [first, second] = (await teams(round)) as [Standing, Standing];
    const [left, stays] = first.officers;
    await db().query(
      `UPDATE team_members SET left_on = joined_on, leaving_reason = '異動', hand_over = '済み' WHERE application_id = $1`,
      [left],
    );
    const [joined] = await db().query(
      `INSERT INTO team_members (team_id, application_id, person_id, joined_on)
       SELECT t.id, a.id, a.created_by, '2027-04-20' FROM teams t JOIN applications a ON a.round_id = t.round_id
       WHERE t.application_id = $1 AND a.kind = 'officer' AND a.ministry_id <> (SELECT ministry_id FROM applications WHERE id = $2)
         AND a.sheet ->> 'grade' <> 'junior' AND NOT EXISTS (
           SELECT 1 FROM team_members tm WHERE tm.application_id = a.id) ORDER BY a.serial LIMIT 1
       RETURNING application_id AS id`,
      [first.town, stays],
    );
    const repaired = (await repair(id, { officers: [second.officers[0]], moves: 1 })).body.id;
    await solveAll(db());
    expect((await approve(repaired)).status).toBe(204);
    const after = await teams(round);
    expect(after.find(({ town }) => town === first.town)?.officers).toEqual([joined.id, stays].sort());
    expect(after.flatMap(({ officers }) => officers)).not.toContain(left);
  });

  it('a repair that was looked for before they changed is looked for anew', async () => {
    const { round, id } = await anAppointed();
    await db().query(`UPDATE rounds SET state = 'running' WHERE id = $1`, [round]);
    const [first, second] = (await teams(round)) as [Standing, Standing];
    const repaired = (await repair(id, { officers: [first.officers[0]] })).body.id;
    await solveAll(db());
    await db().query(`UPDATE team_members SET left_on = joined_on, leaving_reason = '異動' WHERE application_id = $1`, [
      second.officers[0],
    ]);
    expect((await approve(repaired)).problem.code).toBe('proposal.teams_changed');
    expect((await teams(round)).find(({ town }) => town === second.town)?.officers).toEqual([second.officers[1]]);
  });
});

it('of a year that is over neither letters are sent nor lists made public, and no superior is asked', async () => {
  const { round } = await anAppointed(1);
  await db().query(`UPDATE rounds SET state = 'ended' WHERE id = $1`, [round]);
  const [officer]: { id: string; by: string }[] = await db().query(
    `SELECT id, created_by AS by FROM applications WHERE round_id = $1 AND kind = 'officer' ORDER BY serial LIMIT 1`,
    [round],
  );
  const letter = { subject: '任命', sender: '事務局', issuedOn: '2027-04-09', body: '任命します。' };
  const consent = { superior: '課長', address: 'kacho@ministries.example' };
  const refused = [
    await manager.post(`/rounds/${round}/appointment/publish`, { withNames: true }),
    await secretariat.put(`/rounds/${round}/appointment/letter`, letter),
    await secretariat.post(`/rounds/${round}/letters`, {}),
    await api.as({ id: officer?.by ?? '' }).post(`/applications/${officer?.id}/consent`, consent),
  ];
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 409, 403]);
});

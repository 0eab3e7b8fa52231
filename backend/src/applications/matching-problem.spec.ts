import { expect, test } from '@jest/globals';
import { anApplication, anOfficerSheet, aTownSheet } from '../../test/application-scene.js';
import { aPerson, grant, KAMISHIHORO, NISHIIZU } from '../../test/builders.js';
import { testDatabase } from '../../test/database.js';
import { aRound } from '../../test/round-scene.js';
import { RoundEntity } from '../rounds/round.entity.js';
import { matchingProblem } from './matching-problem.js';

const db = testDatabase();

test('the problem of a round: chosen towns, officers with what they know, wish for and may not', async () => {
  const { id: by } = await aPerson(db(), grant('secretariat'));
  const { id: roundId } = await aRound(db(), by, { state: 'matching' });
  const problems = [
    { field: 'tourism', text: '一' },
    { field: 'tourism', text: '二' },
    { field: 'transport', text: '三' },
  ];
  const town = await anApplication(db(), roundId, by, { state: 'chosen', sheet: aTownSheet({ problems }) });
  const second = await anApplication(db(), roundId, by, { state: 'chosen', code: NISHIIZU });
  await anApplication(db(), roundId, by, { state: 'reserve', code: '363421' });
  const fields = [
    { field: 'transport', years: '８年' },
    { field: 'tourism', years: '3' },
    { field: 'industry', years: '2' },
  ];
  const officer = await anApplication(db(), roundId, by, {
    kind: 'officer',
    state: 'submitted',
    sheet: anOfficerSheet({ fields }),
  });
  const places = [
    ...[
      ['tie', 1, '010006'],
      ['tie', 2, KAMISHIHORO],
      ['wish', 1, '220001'],
      ['wish', 2, KAMISHIHORO],
    ],
    ['excluded', 1, KAMISHIHORO],
  ];
  for (const [what, position, code] of places)
    await db().query('INSERT INTO application_places VALUES ($1, $2, $3, $4)', [officer.id, what, position, code]);
  await db().query(
    `INSERT INTO consents (application_id, superior, address, asked_at, answered_at, agreed) VALUES ($1, '課長', 'k@x.example', now(), now(), true)`,
    [officer.id],
  );
  const round = await db().manager.findOneByOrFail(RoundEntity, { id: roundId });
  expect(await matchingProblem(db(), round)).toEqual({
    teamSize: 3,
    municipalities: [
      {
        id: town.id,
        prefecture: '01',
        themes: [
          { field: 'tourism', weight: 3 },
          { field: 'transport', weight: 1 },
        ],
      },
      {
        id: second.id,
        prefecture: '22',
        themes: [
          { field: 'transport', weight: 3 },
          { field: 'tourism', weight: 2 },
        ],
      },
    ],
    officers: [
      {
        ...{ id: officer.id, ministry: 'mlit', grade: 'middle', localExperience: true, consent: true },
        skills: { transport: 3, tourism: 2, industry: 1 },
        ...{ ties: ['01'], preferences: [second.id], excluded: [town.id] },
      },
    ],
  });
});

test('of a joint 応募 a wish for any of its towns, and what an officer may not help, mean the team of all', async () => {
  const { id: by } = await aPerson(db(), grant('secretariat'));
  const { id: roundId } = await aRound(db(), by, { state: 'matching' });
  const joint = await anApplication(db(), roundId, by, { state: 'chosen' });
  const other = await anApplication(db(), roundId, by, { state: 'chosen', code: '012025' });
  const asked = async (what: string, code: string) => {
    const { id: person } = await aPerson(db(), grant('officer'));
    const { id } = await anApplication(db(), roundId, person, { kind: 'officer', state: 'submitted' });
    await place(id, what, code);
  };
  const place = (id: string, what: string, code: string) =>
    db().query('INSERT INTO application_places VALUES ($1, $2, 1, $3)', [id, what, code]);
  await place(joint.id, 'member', NISHIIZU);
  await asked('excluded', NISHIIZU);
  await asked('wish', NISHIIZU);
  await asked('wish', '220001');
  await asked('wish', '010006');
  const round = await db().manager.findOneByOrFail(RoundEntity, { id: roundId });
  const { officers } = await matchingProblem(db(), round);
  expect(officers.map(({ excluded, preferences }) => [excluded, preferences])).toEqual([
    [[joint.id], []],
    [[], [joint.id]],
    [[], [joint.id]],
    [[], [joint.id, other.id]],
  ]);
});

// A 支援チーム in its year, made as in life: calls, 選定, 編成, 任命, the first day. 上士幌町, the officer of the demo
// and a colleague; another colleague stays in reserve.
import { setTimeout as wait } from 'node:timers/promises';
import { letIn } from '../round-walkthrough/crowd.mjs';
import { officerSheet, townSheet } from '../round-walkthrough/sheets.mjs';
import { linkIn, mailFor } from './inbox.mjs';
import { expect } from './report.mjs';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const TOWN = { code: '016331', label: '北海道上士幌町' };
const FIELDS = ['tourism', 'transport'];
/** So that the officer of the demo is in the team. */
const FITTING = { wishes: [{ place: TOWN.code }], fields: FIELDS.map((field) => ({ field, years: '14' })) };
const MINISTRIES = ['mlit', 'env', 'meti'];
const COLLEAGUES = ['環境 太郎', '経済 花子'].map((name, at) => ({
  email: `colleague${at}@officers.example`,
  name,
  grants: [{ role: 'officer' }],
}));

/** @returns the team and its round; of one that is there already, that */
export async function furnishTeam({ base, as }, fiscalYear = 2026) {
  const { secretariat, manager, approver, officer } = as;
  const [known] = (await officer.get('/teams')).items;
  if (known) return { id: known.id, roundId: known.round.id };
  const { id: round } = await secretariat.post('/rounds', { fiscalYear });
  await setCalls(secretariat, round, DAY);
  await secretariat.post(`/rounds/${round}/steps/open`);
  const town = await handIn(approver, round, 'town', townSheet(1, TOWN, FIELDS));
  const officers = [officer, ...(await letIn(base, as.admin, COLLEAGUES))];
  for (const [at, one] of officers.entries()) {
    const superior = `kacho${fiscalYear}-${at}@officers.example`;
    const about = { superior, towns: [], fields: FIELDS, ministries: [MINISTRIES[at]] };
    await handIn(one, round, 'officer', { ...officerSheet(at + 3, about), excluded: [], ...(at === 0 && FITTING) });
    await agreed(base, superior);
  }
  await setCalls(secretariat, round, -MINUTE);
  await chosen(as, round, town);
  const { id: proposal } = await secretariat.post(`/rounds/${round}/proposals`, {
    name: '案',
    seconds: 5,
    teamSize: { minimum: 2, maximum: 2 },
  });
  const { version } = await solved(secretariat, proposal);
  await manager.post(`/proposals/${proposal}/approve`, { version, reason: '任命のため' });
  await secretariat.post(`/rounds/${round}/steps/start`);
  return { id: (await officer.get('/teams')).items[0].id, roundId: round };
}

/** The calls opened a day ago and close so many milliseconds from now. */
async function setCalls(secretariat, round, ends) {
  const { version, name, populationLimit, calendar, calls, inside } = await secretariat.get(`/rounds/${round}`);
  const { counts: _, ...settings } = inside;
  const minute = (ms) => new Date(Math.floor(ms / MINUTE) * MINUTE).toISOString();
  const { now } = await secretariat.get('/demo/clock');
  const at = new Date(now).getTime();
  const times = { opensAt: minute(at - DAY), closesAt: minute(at + ends) };
  const moved = calls.map(({ kind, formVersion }) => ({ kind, formVersion, ...times }));
  const changed = { version, name, populationLimit, calendar, calls: moved, ...settings, places: 1, reviewers: 1 };
  await secretariat.put(`/rounds/${round}`, changed);
}

async function handIn(visitor, round, kind, karte) {
  const { id } = await visitor.post('/applications', { roundId: round, kind });
  const { version } = await visitor.put(`/applications/${id}`, { version: 1, karte });
  await visitor.post(`/applications/${id}/submit`, { version });
  return id;
}

async function agreed(base, superior) {
  const [, token] = linkIn(await mailFor(base, superior, { text: '/consent/' }), '/consent/').split('/consent/');
  const { status } = await fetch(`${base}/api/consents/${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ agreed: true, reason: '' }),
  });
  expect(status === 204, 'the superior agrees', status);
}

async function chosen({ secretariat, manager }, round, applicationId) {
  const { state } = await secretariat.get(`/rounds/${round}`);
  if (state === 'open') await secretariat.post(`/rounds/${round}/steps/close`);
  await secretariat.post(`/rounds/${round}/steps/startSelection`);
  await secretariat.post(`/rounds/${round}/reviewers`, { reviewerIds: [(await manager.get('/me')).id] });
  const { inside } = await secretariat.get(`/rounds/${round}`);
  const scores = Object.fromEntries(inside.criteria.map(({ key }) => [key, 4]));
  await manager.put(`/applications/${applicationId}/review`, { version: 1, scores, handIn: true });
  const items = [{ applicationId, outcome: 'chosen', reason: '審査の合議による' }];
  await secretariat.post(`/rounds/${round}/decisions`, { items });
  await manager.post(`/rounds/${round}/steps/settleSelection`);
}

async function solved(secretariat, proposal) {
  for (let i = 0; i < 300; i += 1) {
    const page = await secretariat.get(`/proposals/${proposal}`);
    if (!['waiting', 'solving'].includes(page.state)) return page;
    await wait(500);
  }
  return expect(false, 'the proposal was not solved in time');
}

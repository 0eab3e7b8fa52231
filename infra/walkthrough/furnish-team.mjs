// A whole small round in a minute or two: one town, two officers, their team in its year.
import { setTimeout as wait } from 'node:timers/promises';
import { letIn } from '../round-walkthrough/crowd.mjs';
import { officerSheet, townSheet } from '../round-walkthrough/sheets.mjs';
import { linkIn, mailFor } from './inbox.mjs';
import { expect } from './report.mjs';

const MINUTE = 60_000;
const FIELDS = ['tourism', 'transport', 'industry', 'agriculture'];
const SUPERIOR = 'kacho@officers.example';
const PATIENCE = 240;
const minute = (ms) => new Date(Math.ceil(ms / MINUTE) * MINUTE).toISOString();

/** Both calls are open for the minute that comes; one town is chosen, teams are of two. */
async function openedRound({ secretariat }, now) {
  const { items } = await secretariat.get('/rounds');
  let fiscalYear = 2029;
  while (items.some((one) => one.fiscalYear === fiscalYear)) fiscalYear += 1;
  const { id } = await secretariat.post('/rounds', { fiscalYear });
  const { version, name, populationLimit, calendar, calls, inside } = await secretariat.get(`/rounds/${id}`);
  const { counts: _, ...settings } = inside;
  const span = { opensAt: minute(now - 5 * MINUTE), closesAt: minute(now + MINUTE) };
  const moved = calls.map(({ kind, formVersion }) => ({ kind, formVersion, ...span }));
  const small = { places: 1, reviewers: 1, teamSize: 2 };
  await secretariat.put(`/rounds/${id}`, {
    ...{ version, name, populationLimit, calendar, calls: moved },
    ...settings,
    ...small,
  });
  await secretariat.post(`/rounds/${id}/steps/open`);
  return { id, closesAt: new Date(span.closesAt) };
}

async function apply(who, roundId, kind, karte) {
  const { id } = await who.post('/applications', { roundId, kind });
  const { version } = await who.put(`/applications/${id}`, { version: 1, karte });
  await who.post(`/applications/${id}/submit`, { version });
  return id;
}

async function agree(base, address) {
  const [, token] = linkIn(await mailFor(base, address, { text: '/consent/' }), '/consent/').split('/consent/');
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ agreed: true, reason: '' });
  const { status } = await fetch(`${base}/api/consents/${token}`, { method: 'POST', headers, body });
  expect(status === 204, 'the superior agrees', status);
}

/** The sheet of the first 応募 in all its points, the decision, and the search for the only team there can be. */
async function chosenAndMatched({ secretariat, manager }, roundId) {
  const { state } = await secretariat.get(`/rounds/${roundId}`);
  if (state === 'open') await secretariat.post(`/rounds/${roundId}/steps/close`);
  await secretariat.post(`/rounds/${roundId}/steps/startSelection`);
  await secretariat.post(`/rounds/${roundId}/reviewers`, { reviewerIds: [(await secretariat.get('/me')).id] });
  const { items } = await secretariat.get(`/rounds/${roundId}/selection`);
  const { criteria } = (await secretariat.get(`/rounds/${roundId}`)).inside;
  const scores = Object.fromEntries(criteria.map(({ key, most }) => [key, most]));
  const [{ applicationId }] = items;
  await secretariat.put(`/applications/${applicationId}/review`, { version: 1, scores, handIn: true });
  const decision = { applicationId, outcome: 'chosen', reason: '審査の合議による' };
  await secretariat.post(`/rounds/${roundId}/decisions`, { items: [decision] });
  await manager.post(`/rounds/${roundId}/steps/settleSelection`);
  const { id } = await secretariat.post(`/rounds/${roundId}/proposals`, { name: '第一案', seconds: 5 });
  for (let i = 0; i < PATIENCE; i += 1) {
    const proposal = await secretariat.get(`/proposals/${id}`);
    if (proposal.state === 'done') return proposal;
    await wait(1000);
  }
  return expect(false, 'no team was found');
}

/** @returns the team, the officers with their sessions, and an officer in reserve */
export async function furnishTeam({ base, as }) {
  const now = Date.parse((await as.admin.get('/demo/clock')).now);
  const colleagues = await letIn(
    base,
    as.admin,
    ['環境 太郎', '国土 花子'].map((name, at) => ({
      ...{ email: `colleague${at}@officers.example`, name, grants: [{ role: 'officer' }] },
    })),
  );
  const round = await openedRound(as, now);
  const town = { code: '016331', label: '北海道上士幌町' };
  await apply(as.approver, round.id, 'town', townSheet(1, town, FIELDS));
  const officers = [as.officer, ...colleagues];
  const ministries = ['mlit', 'env', 'meti'];
  for (const [at, officer] of officers.entries()) {
    const superior = `${at}${SUPERIOR}`;
    const about = { superior, towns: [], fields: FIELDS, ministries: [ministries[at]] };
    await apply(officer, round.id, 'officer', officerSheet(at + 3, about));
    await agree(base, superior);
  }
  while (Date.parse((await as.admin.get('/demo/clock')).now) < round.closesAt.getTime()) await wait(1000);
  const proposal = await chosenAndMatched(as, round.id);
  await as.manager.post(`/proposals/${proposal.id}/approve`, { version: proposal.version, reason: '任命のため' });
  await as.secretariat.post(`/rounds/${round.id}/steps/start`);
  const [{ id }] = (await as.secretariat.get(`/teams?roundId=${round.id}`)).items;
  const { members } = await as.secretariat.get(`/teams/${id}`);
  const ids = members.map(({ personId }) => personId);
  const people = await Promise.all(officers.map(async (visitor) => ({ visitor, id: (await visitor.get('/me')).id })));
  return {
    id,
    roundId: round.id,
    officers: people.filter((one) => ids.includes(one.id)).map(({ visitor }) => visitor),
    reserve: people.filter((one) => !ids.includes(one.id)).map(({ visitor }) => visitor),
  };
}

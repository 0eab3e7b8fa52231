// What is done in any round on the way to its teams: calls, 応募, 所属長の同意, the search for teams.
import { setTimeout as wait } from 'node:timers/promises';
import { linkIn, mailFor } from './inbox.mjs';
import { expect } from './report.mjs';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** A round with both calls open, one reviewer for each 応募, and so many 団体 to be chosen. */
export async function openRound(secretariat, fiscalYear, places) {
  const { id } = await secretariat.post('/rounds', { fiscalYear });
  await setCalls(secretariat, id, DAY, { places, reviewers: 1 });
  await secretariat.post(`/rounds/${id}/steps/open`);
  return id;
}

/** The calls opened a day ago and close so many milliseconds from now. */
async function setCalls(secretariat, round, ends, settings = {}) {
  const { version, name, places, populationLimit, calendar, calls, inside } = await secretariat.get(`/rounds/${round}`);
  const { counts: _, ...now } = inside;
  const minute = (ms) => new Date(Math.floor(ms / MINUTE) * MINUTE).toISOString();
  const at = new Date((await secretariat.get('/demo/clock')).now).getTime();
  const times = { opensAt: minute(at - DAY), closesAt: minute(at + ends) };
  const moved = calls.map(({ kind, formVersion }) => ({ kind, formVersion, ...times }));
  const all = { version, name, places, populationLimit, calendar, calls: moved, ...now, ...settings };
  await secretariat.put(`/rounds/${round}`, all);
}

export async function handIn(visitor, round, kind, karte) {
  const { id } = await visitor.post('/applications', { roundId: round, kind });
  const { version } = await visitor.put(`/applications/${id}`, { version: 1, karte });
  await visitor.post(`/applications/${id}/submit`, { version });
  return id;
}

export async function agreed(base, superior) {
  const [, token] = linkIn(await mailFor(base, superior, { text: '/consent/' }), '/consent/').split('/consent/');
  const { status } = await fetch(`${base}/api/consents/${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ agreed: true, reason: '' }),
  });
  expect(status === 204, 'the superior agrees', status);
}

/** The calls are over, the 審査 begins. */
export async function closeCalls(secretariat, round) {
  await setCalls(secretariat, round, -MINUTE);
  const { state } = await secretariat.get(`/rounds/${round}`);
  if (state === 'open') await secretariat.post(`/rounds/${round}/steps/close`);
  await secretariat.post(`/rounds/${round}/steps/startSelection`);
}

export async function review(reviewer, applicationId) {
  const { criteria } = await reviewer.get(`/applications/${applicationId}/review`);
  const scores = Object.fromEntries(criteria.map(({ key }) => [key, 4]));
  await reviewer.put(`/applications/${applicationId}/review`, { version: 1, scores, handIn: true });
}

export async function solved(secretariat, proposal) {
  for (let i = 0; i < 300; i += 1) {
    const page = await secretariat.get(`/proposals/${proposal}`);
    if (!['waiting', 'solving'].includes(page.state)) return page;
    await wait(500);
  }
  return expect(false, 'the proposal was not solved in time');
}

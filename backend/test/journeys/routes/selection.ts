import { anApplication } from '../../application-scene.js';
import { aRound } from '../../round-scene.js';
import type { Scene } from '../scene.js';
import type { Route, Routes } from './route.js';

const RUNNERS = ['manager', 'secretariat'] as const;

/** A round with one 応募 of 上士幌町, reviewed by all who may. */
async function reviewed(
  scene: Scene,
  round: Parameters<typeof aRound>[2],
  about: Parameters<typeof anApplication>[3],
  handedIn = true,
) {
  const { id } = await aRound(scene.db, scene.here('secretariat').id, round);
  const one = await anApplication(scene.db, id, scene.here('municipality').id, about);
  for (const role of RUNNERS)
    await scene.db.query(
      `INSERT INTO reviews (application_id, reviewer_id, assigned_at, handed_in_at) VALUES ($1, $2, now(), $3)`,
      [one.id, scene.here(role).id, handedIn ? new Date() : null],
    );
  return { round: id, application: one.id };
}

const SELECTING = { state: 'selecting' } as const;
const SETTLED = { state: 'matching' } as const;
const SUBMITTED = { state: 'submitted' } as const;

const onRound = (to: Route['to'], state: Parameters<typeof aRound>[2], body?: object): Route => ({
  to,
  make: async (scene) => {
    const { round } = await reviewed(scene, state, state === SETTLED ? { state: 'chosen' } : SUBMITTED);
    return { params: { id: round }, ...(body ? { body } : {}) };
  },
});

async function aLetter(scene: Scene) {
  const { application } = await reviewed(scene, SETTLED, { state: 'chosen' });
  const body = { number: '試験', addressee: '上士幌町', subject: '通知', paragraphs: ['本文'], sender: '事務局' };
  await scene.db.query(
    `INSERT INTO outcome_letters (application_id, outcome, body, issued_at, issued_by) VALUES ($1, 'chosen', $2, now(), $3)`,
    [application, JSON.stringify(body), scene.here('secretariat').id],
  );
  return { params: { id: application } };
}

const LETTER_READERS = ['municipality', 'approver', ...RUNNERS] as const;

/** Scores and decisions stay with those who run 伴走支援; a letter goes to its town. */
export const SELECTION: Routes = {
  'GET /rounds/{id}/selection': onRound(RUNNERS, SELECTING),
  'POST /rounds/{id}/reviewers': {
    to: ['secretariat'],
    make: async (scene) => {
      const { round } = await reviewed(scene, SELECTING, SUBMITTED);
      const third = await scene.aColleague('secretariat');
      return {
        params: { id: round },
        body: { reviewerIds: [...RUNNERS.map((role) => scene.here(role).id), third.id] },
      };
    },
  },
  'GET /applications/{id}/review': {
    to: RUNNERS,
    make: async (scene) => ({ params: { id: (await reviewed(scene, SELECTING, SUBMITTED)).application } }),
  },
  'PUT /applications/{id}/review': {
    to: RUNNERS,
    make: async (scene) => ({
      params: { id: (await reviewed(scene, SELECTING, SUBMITTED, false)).application },
      body: { version: 1, scores: { problem: 3 } },
    }),
  },
  'POST /rounds/{id}/decisions': {
    to: ['secretariat'],
    make: async (scene) => {
      const { round, application } = await reviewed(scene, SELECTING, SUBMITTED);
      return {
        params: { id: round },
        body: { items: [{ applicationId: application, outcome: 'chosen', reason: '合議' }] },
      };
    },
  },
  'POST /applications/{id}/reconsider': {
    to: ['secretariat'],
    make: async (scene) => ({
      params: { id: (await reviewed(scene, SELECTING, { state: 'chosen' })).application },
      body: { reason: '再度の合議' },
    }),
  },
  'POST /applications/{id}/moveUp': {
    to: ['secretariat'],
    make: async (scene) => ({
      params: { id: (await reviewed(scene, SETTLED, { state: 'reserve' })).application },
      body: { reason: '辞退による' },
    }),
  },
  'POST /rounds/{id}/letters': onRound(['secretariat'], SETTLED, {}),
  'GET /applications/{id}/letter': { to: LETTER_READERS, own: true, make: aLetter },
  'GET /applications/{id}/letter.pdf': { to: LETTER_READERS, own: true, make: aLetter },
};

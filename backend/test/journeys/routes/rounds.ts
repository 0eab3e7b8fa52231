import { anApplication } from '../../application-scene.js';
import { aRound } from '../../round-scene.js';
import type { Scene } from '../scene.js';
import { ALL, type Routes, TOWN } from './route.js';

const RUNNERS = ['manager', 'secretariat'] as const;
const READERS = [...TOWN, 'officer', ...RUNNERS] as const;

const ofRound = async (scene: Scene, traits: Parameters<typeof aRound>[2] = {}) => ({
  params: { id: (await aRound(scene.db, scene.here('secretariat').id, traits)).id },
});

let year = 2040;

/** Who runs 伴走支援, and who may apply. */
export const ROUNDS: Routes = {
  // For most an empty list.
  'GET /rounds': { to: ALL },
  'POST /rounds': {
    to: ['secretariat'],
    make: () => {
      year += 1;
      return { body: { fiscalYear: year } };
    },
  },
  'GET /rounds/{id}': { to: READERS, make: (scene) => ofRound(scene) },
  'GET /rounds/{id}/matching-problem': {
    to: RUNNERS,
    make: async (scene) => {
      const { params } = await ofRound(scene, { state: 'matching' });
      const town = scene.here('municipality').id;
      await anApplication(scene.db, params.id, town, { state: 'chosen' });
      await anApplication(scene.db, params.id, scene.here('officer').id, { kind: 'officer', state: 'submitted' });
      return { params };
    },
  },
  'PUT /rounds/{id}': {
    to: ['secretariat'],
    make: async (scene) => ({
      ...(await ofRound(scene)),
      body: {
        ...{ version: 1, name: '試験の年度', places: 60, populationLimit: 100_000, reviewers: 3, teamSize: 3 },
        skillYears: [3, 8],
        weights: { coverage: 60, tie: 15, preference: 15, localExperience: 5, gradeMix: 5 },
        criteria: [{ key: 'problem', label: '課題', weight: 1, most: 5 }],
        calendar: [],
        calls: ['town', 'officer'].map((kind) => ({
          ...{ kind, formVersion: 1 },
          ...{ opensAt: '2026-11-20T09:00:00+09:00', closesAt: '2026-12-20T17:00:00+09:00' },
        })),
      },
    }),
  },
  'POST /rounds/{id}/steps/{action}': {
    to: ['secretariat'],
    make: async (scene) => {
      const { params } = await ofRound(scene, { state: 'preparing' });
      return { params: { ...params, action: 'open' }, body: {} };
    },
  },
};

import { aTeam } from '../../team-scene.js';
import type { Scene } from '../scene.js';
import { ALL, type Routes, TOWN } from './route.js';

/** The members, their town, and who runs 伴走支援. */
export const OF_TEAM = [...TOWN, 'officer', 'manager', 'secretariat'] as const;

/** Who writes in a team in its year. */
export const WRITERS = [...TOWN, 'officer', 'secretariat'] as const;

/** A team of the officer and the town here, in its year. */
export const onTeam = async (scene: Scene): Promise<{ params: { id: string } }> => {
  const { id } = await aTeam(scene.db, scene.here('secretariat').id, {
    officers: [scene.here('officer')],
    town: scene.here('municipality'),
  });
  return { params: { id } };
};

export const TEAMS: Routes = {
  // For most an empty list.
  'GET /teams': { to: ALL },
  'GET /teams/{id}': { to: OF_TEAM, own: true, make: onTeam },
  'PUT /teams/{id}/introduction': {
    to: ['officer'],
    own: true,
    make: async (scene) => ({ ...(await onTeam(scene)), body: { version: 1, introduction: 'よろしくお願いします。' } }),
  },
  'PUT /teams/{id}/theme': {
    to: WRITERS,
    own: true,
    make: async (scene) => ({ ...(await onTeam(scene)), body: { version: 0, theme: '通院の足' } }),
  },
  'GET /teams/{id}/themes': { to: OF_TEAM, own: true, make: onTeam },
};

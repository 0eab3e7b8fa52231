import type { Routes } from './route.js';
import { OF_TEAM, onTeam } from './teams.js';

const RUNNERS = ['manager', 'secretariat'] as const;

let day = 1;

/** What is said of all teams: shared with those who have one, watched by those who run 伴走支援. */
export const TEAM_HEALTH: Routes = {
  'GET /team-feed': {
    to: OF_TEAM,
    make: async (scene) => {
      await onTeam(scene);
      return {};
    },
  },
  'GET /team-health': { to: RUNNERS },
  'GET /team-health.csv': { to: RUNNERS },
  'POST /team-health/rules': {
    to: ['secretariat'],
    make: () => {
      day += 1;
      const validFrom = new Date(Date.UTC(2030, 0, day)).toISOString().slice(0, 10);
      return { body: { validFrom, contactWorkdays: 20, visitMonths: 2, escalateWorkdays: 5 } };
    },
  },
};

import { beforeAll, expect, it } from '@jest/globals';
import { testApi } from '../api.js';
import { itIs } from '../clock.js';
import { testDatabase } from '../database.js';
import { asker } from './ask.js';
import { APPLICATIONS } from './routes/applications.js';
import { BACK_OFFICE } from './routes/back-office.js';
import { PROPOSALS } from './routes/proposals.js';
import { ROUNDS } from './routes/rounds.js';
import { SELECTION } from './routes/selection.js';
import { TEAM_MEETINGS } from './routes/team-meetings.js';
import { TEAM_REPORTS } from './routes/team-reports.js';
import { TEAM_SURVEYS } from './routes/team-surveys.js';
import { TEAM_YEAR } from './routes/team-year.js';
import { TEAMS } from './routes/teams.js';
import { VISITS } from './routes/visits.js';
import { aScene, type Scene } from './scene.js';

const db = testDatabase();
const api = testApi(db);
const ask = asker(api);
const LONG = 240_000;
let scene: Scene;

beforeAll(async () => {
  itIs('2026-11-20T09:00');
  scene = await aScene(db());
});

const WRITES = Object.entries({
  ...{ ...ROUNDS, ...APPLICATIONS, ...SELECTION, ...PROPOSALS, ...TEAMS, ...TEAM_MEETINGS },
  ...{ ...VISITS, ...TEAM_REPORTS, ...TEAM_YEAR, ...TEAM_SURVEYS, ...BACK_OFFICE },
}).filter(([route, { to }]) => !route.startsWith('GET ') && to !== 'anybody');

/** What goes on when the year is over, and why. */
const STILL: Record<string, string> = {
  'POST /rounds': 'another year',
  'PUT /support-settings': 'of no year',
  'POST /teams/{id}/calendar-feed': 'an address of one’s own',
  'DELETE /teams/{id}/calendar-feed': 'an address of one’s own',
  'PUT /rounds/{id}/team-surveys': 'the survey at the end',
  'PUT /teams/{id}/continuation': 'about the next year',
  'POST /teams/{id}/continuation/decision': 'about the next year',
  'POST /support-requests/{id}/accept': 'the team still waits for its answer',
  'POST /support-requests/{id}/answer': 'the team still waits for its answer',
  'PUT /support-requests/{id}/usefulness': 'the answer may have come late',
  'DELETE /visit-photos/{id}': 'who is on it takes back the consent at any time',
};

it(
  'a year that is over is written to by nobody, but for what goes on beyond it',
  async () => {
    const wrong: string[] = [];
    for (const [route, { to, make }] of WRITES) {
      for (const role of to === 'anybody' ? [] : to) {
        const call = (await make?.(scene, role)) ?? {};
        await db().query(`UPDATE rounds SET state = 'ended' WHERE state NOT IN ('ended', 'open')`);
        if (!(route in STILL)) await db().query(`UPDATE rounds SET state = 'ended' WHERE state = 'open'`);
        const { status } = await ask(scene.here(role), route, call);
        const refused = [403, 404, 409].includes(status);
        if (refused === route in STILL || status >= 500) wrong.push(`${status} · ${role} · ${route}`);
      }
    }
    expect(wrong).toEqual([]);
  },
  LONG,
);

import { randomUUID } from 'node:crypto';
import type { Role } from '../../../src/contract/identity.js';
import type { Scene } from '../scene.js';
import { ALL, type Call, type Route, type Routes } from './route.js';
import { OF_TEAM, onTeam, WRITERS } from './teams.js';

const PLAN = { startsAt: '2099-06-01T10:00:00+09:00', minutes: 60, url: 'https://meet.example/a', place: '' };
const promise = () => ({ id: randomUUID(), text: '資料を送る', owner: 'town', dueOn: '2099-06-30' });

/** A 会議 of a team of the officer and the town here. */
async function onMeeting(scene: Scene, body?: object): Promise<Call> {
  const { id: teamId } = (await onTeam(scene)).params;
  const by = scene.here('officer').id;
  const [{ id }]: [{ id: string }] = await scene.db.query(
    `INSERT INTO team_meetings (team_id, state, starts_at, ends_at, created_by, created_at)
     VALUES ($1, 'planned', $2, $2::timestamptz + interval '1 hour', $3, $2) RETURNING id`,
    [teamId, new Date('2026-01-05T01:00:00Z'), by],
  );
  await scene.db.query(
    `INSERT INTO team_meeting_texts (meeting_id, field, saved_by, saved_at)
     SELECT $1, unnest(ARRAY['agenda', 'attendees', 'notes', 'decisions']), $2, now()`,
    [id, by],
  );
  return { params: { id }, ...(body ? { body } : {}) };
}

const meeting = (to: readonly Role[], body?: object): Route => ({
  to,
  own: true,
  make: (scene) => onMeeting(scene, body),
});

const team = (to: readonly Role[], body?: () => object): Route => ({
  to,
  own: true,
  make: async (scene) => ({ ...(await onTeam(scene)), ...(body ? { body: body() } : {}) }),
});

const onPromise =
  (done: boolean) =>
  async (scene: Scene): Promise<Call> => {
    const [id, { id: teamId }] = [randomUUID(), (await onTeam(scene)).params];
    await scene.db.query(
      `INSERT INTO promises (id, team_id, text, owner_kind, due_on, created_by, created_at, done_at, done_by)
       VALUES ($1, $2, '資料を送る', 'town', '2099-06-30', $3, now(), CASE WHEN $4 THEN now() END, CASE WHEN $4 THEN $3::uuid END)`,
      [id, teamId, scene.here('officer').id, done],
    );
    return { params: { id } };
  };

export const TEAM_MEETINGS: Routes = {
  'GET /teams/{id}/meetings': team(OF_TEAM),
  'POST /teams/{id}/meetings': team(WRITERS, () => PLAN),
  'POST /teams/{id}/meetings/held': team(WRITERS, () => ({
    ...PLAN,
    startsAt: '2026-01-05T10:00:00+09:00',
    promises: [promise()],
  })),
  'GET /team-meetings/{id}': meeting(OF_TEAM),
  'PUT /team-meetings/{id}/plan': meeting(WRITERS, { ...PLAN, version: 1 }),
  'POST /team-meetings/{id}/cancel': meeting(WRITERS, { version: 1, reason: '議会と重なったため' }),
  'POST /team-meetings/{id}/record': meeting(WRITERS, { texts: { notes: { version: 1, body: '要旨' } } }),
  'PUT /team-meetings/{id}/texts/{field}': {
    to: WRITERS,
    own: true,
    make: async (scene) => {
      const { params } = await onMeeting(scene);
      return { params: { ...params, field: 'notes' }, body: { version: 1, body: '要旨' } };
    },
  },
  'PUT /team-meetings/{id}/presence': meeting(WRITERS, { field: 'notes' }),
  'GET /teams/{id}/promises': team(OF_TEAM),
  'POST /teams/{id}/promises': team(WRITERS, promise),
  // For most an empty list.
  'GET /me/promises': { to: ALL },
  'POST /promises/{id}/finish': { to: WRITERS, own: true, make: onPromise(false) },
  'POST /promises/{id}/reopen': { to: WRITERS, own: true, make: onPromise(true) },
};

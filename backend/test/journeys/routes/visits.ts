import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { Scene } from '../scene.js';
import { ALL, type Call, type Routes } from './route.js';
import { OF_TEAM, onTeam } from './teams.js';

/** Those who write in a team: not the managers. */
const WRITERS = OF_TEAM.filter((role) => role !== 'manager');

const DAYS = { startsOn: '2026-11-18', endsOn: '2026-11-19' };
const SHEET = {
  ...{ ...DAYS, route: [], people: [], companions: '', met: [], travel: null },
  ...{ result: '分かったこと', media: false, shared: false },
};

/** A visit of the team of the officer and the town here. */
export const onVisit = async (scene: Scene): Promise<{ params: { id: string } }> => {
  const { params } = await onTeam(scene);
  const id = randomUUID();
  await scene.db.query(
    `INSERT INTO visits (id, team_id, state, starts_on, ends_on, route, people, companions, met, result, media, shared,
       created_by, created_at, updated_by, updated_at)
     VALUES ($1, $2, 'planned', $3, $4, '[]', '{}', '', '[]', '分かったこと', false, false, $5, now(), $5, now())`,
    [id, params.id, DAYS.startsOn, DAYS.endsOn, scene.here('officer').id],
  );
  return { params: { id } };
};

const onPhoto = async (scene: Scene): Promise<Call> => {
  const { params } = await onVisit(scene);
  const [{ id }]: [{ id: string }] = await scene.db.query(
    `INSERT INTO visit_photos (visit_id, caption, consent, width, height, content, added_by, added_at)
     VALUES ($1, '畑', '口頭で確認', 1, 1, '\\xffd8ff', $2, now()) RETURNING id`,
    [params.id, scene.here('officer').id],
  );
  return { params: { id } };
};

async function photoForm(): Promise<FormData> {
  const picture = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
  const form = new FormData();
  for (const [name, value] of [
    ['caption', '畑'],
    ['consent', '口頭で確認'],
    ['agreed', 'true'],
  ] as const)
    form.set(name, value);
  form.set('file', new File([new Uint8Array(picture)], '畑.jpg'));
  return form;
}

export const VISITS: Routes = {
  'GET /visit-categories': { to: ALL },
  'GET /teams/{id}/visits': { to: OF_TEAM, own: true, make: onTeam },
  'POST /teams/{id}/visits': {
    to: WRITERS,
    own: true,
    make: async (scene) => ({ ...(await onTeam(scene)), body: { id: randomUUID(), ...SHEET } }),
  },
  'GET /visits/{id}': { to: OF_TEAM, own: true, make: onVisit },
  'PUT /visits/{id}': {
    to: WRITERS,
    own: true,
    make: async (scene) => ({ ...(await onVisit(scene)), body: { ...SHEET, version: 1 } }),
  },
  'POST /visits/{id}/steps/{step}': {
    to: WRITERS,
    own: true,
    make: async (scene) => {
      const { params } = await onVisit(scene);
      return { params: { ...params, step: 'finish' }, body: { version: 1 } };
    },
  },
  'PUT /visits/{id}/notes/{noteId}': {
    to: WRITERS,
    own: true,
    make: async (scene) => {
      const { params } = await onVisit(scene);
      return { params: { ...params, noteId: randomUUID() }, body: { version: 0, text: 'メモ', shared: false } };
    },
  },
  'POST /visits/{id}/photos': {
    to: WRITERS,
    own: true,
    make: async (scene) => ({ ...(await onVisit(scene)), body: await photoForm() }),
  },
  'GET /visit-photos/{id}': { to: OF_TEAM, own: true, make: onPhoto },
  'DELETE /visit-photos/{id}': { to: WRITERS, own: true, make: onPhoto },
};

import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { put } from '../rows.js';
import type { Scene } from '../scene.js';
import type { Call, Routes } from './route.js';

const aLeaver = async ({ aColleague }: Scene): Promise<Call> => ({ params: { id: (await aColleague('desk')).id } });

/** Somebody of the desk who is deputy of another, and a third who takes that over. */
async function aHandOver({ db, aColleague }: Scene): Promise<Call> {
  const [away, leaver, successor] = [await aColleague('desk'), await aColleague('desk'), await aColleague('desk')];
  const absence = await put(db, 'absences', {
    ...{ person_id: away.id, deputy_id: leaver.id, from_on: '2030-04-01', until_on: '2030-04-05' },
    ...{ created_by: away.id, created_at: '2026-11-20' },
  });
  return {
    params: { id: leaver.id },
    body: {
      handOverId: randomUUID(),
      successorId: successor.id,
      seen: [`deputy:${absence}`],
      reason: '人事異動のため。',
    },
  };
}

let serial = 0;
async function aDivision(db: DataSource): Promise<string> {
  serial += 1;
  return put(db, 'divisions', {
    ...{ id: `meti-handed${serial}`, ministry_id: 'meti', name: `引継課${serial}` },
    ...{ valid_from: '2026-04-01', source: '試験の資料' },
  });
}

async function aDivisionHandOver({ db }: Scene): Promise<Call> {
  const [id, successorId] = [await aDivision(db), await aDivision(db)];
  return { params: { id }, body: { handOverId: randomUUID(), successorId, seen: [], reason: '組織改編のため。' } };
}

export const HAND_OVERS: Routes = {
  'GET /hand-overs/people': { to: ['admin', 'manager'] },
  'GET /hand-overs/people/{id}': { to: ['admin', 'manager'], make: aLeaver },
  'POST /hand-overs/people/{id}': { to: ['admin', 'manager'], make: aHandOver },
  'POST /hand-overs/people/{id}/stay': { to: ['admin'], make: aLeaver },
  'GET /hand-overs/divisions': { to: ['admin', 'ministry'] },
  'GET /hand-overs/divisions/{id}': {
    to: ['admin', 'ministry'],
    own: true,
    make: async ({ db }) => ({ params: { id: await aDivision(db) } }),
  },
  'POST /hand-overs/divisions/{id}': { to: ['admin', 'ministry'], own: true, make: aDivisionHandOver },
};

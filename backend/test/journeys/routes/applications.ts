import { Clock } from '../../../src/calendar/clock.js';
import type { Role } from '../../../src/contract/identity.js';
import { signLink } from '../../../src/platform/signing.js';
import { anApplication } from '../../application-scene.js';
import { aRound } from '../../round-scene.js';
import type { Scene } from '../scene.js';
import { ALL, type Call, type Route, type Routes, TOWN } from './route.js';

type About = Parameters<typeof anApplication>[3];

async function ofTown(scene: Scene, about: About = {}): Promise<string> {
  const round = await aRound(scene.db, scene.here('secretariat').id);
  return (await anApplication(scene.db, round.id, scene.here('municipality').id, about)).id;
}

const onTown = (to: Route['to'], about: About, body?: object): Route => ({
  to,
  own: true,
  make: async (scene) => ({ params: { id: await ofTown(scene, about) }, ...(body ? { body } : {}) }),
});

/** The officer's own; nobody else's. */
async function ofOfficer(scene: Scene): Promise<string> {
  const round = await aRound(scene.db, scene.here('secretariat').id);
  const by = scene.here('officer').id;
  return (await anApplication(scene.db, round.id, by, { kind: 'officer', state: 'submitted' })).id;
}

async function aConsent(scene: Scene): Promise<string> {
  const id = await ofOfficer(scene);
  const [row] = await scene.db.query(
    `INSERT INTO consents (application_id, superior, address, asked_at) VALUES ($1, '課長', 'kacho@test.example', $2) RETURNING id`,
    [id, new Clock().now()],
  );
  return signLink(process.env.SECRET ?? '', 'consent', row.id);
}

async function begin(scene: Scene, role: Role): Promise<Call> {
  const { id: roundId } = await aRound(scene.db, scene.here('secretariat').id);
  return { body: { roundId, kind: role === 'officer' ? 'officer' : 'town' } };
}

const DRAFT = { state: 'draft' } as const;
const HANDED_IN = { state: 'submitted' } as const;

export const APPLICATIONS: Routes = {
  // For most an empty list.
  'GET /applications': { to: ALL },
  'GET /applications/new': { to: ALL },
  'POST /applications': { to: [...TOWN, 'officer'], make: begin },
  'GET /applications/{id}': onTown([...TOWN, 'secretariat', 'manager'], HANDED_IN),
  'GET /applications/{id}/origin': onTown([...TOWN, 'secretariat', 'manager'], HANDED_IN),
  'PUT /applications/{id}': onTown(TOWN, DRAFT, { version: 1, karte: { wish: '助言' } }),
  'GET /applications/{id}/check': onTown(TOWN, DRAFT),
  'POST /applications/{id}/requestReview': onTown(TOWN, DRAFT),
  'POST /applications/{id}/submit': onTown(['approver'], DRAFT, { version: 1 }),
  'POST /applications/{id}/withdraw': onTown(['approver', 'secretariat'], HANDED_IN, { reason: '体制が整わないため' }),
  'POST /applications/{id}/consent': {
    to: ['officer'],
    own: true,
    make: async (scene) => ({
      params: { id: await ofOfficer(scene) },
      body: { superior: '課長', address: 'kacho@test.example' },
    }),
  },
  'GET /consents/{token}': { to: 'anybody', make: async (scene) => ({ params: { token: await aConsent(scene) } }) },
  'POST /consents/{token}': {
    to: 'anybody',
    make: async (scene) => ({ params: { token: await aConsent(scene) }, body: { agreed: true } }),
  },
};

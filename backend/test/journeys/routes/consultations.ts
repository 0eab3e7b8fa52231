import { Clock } from '../../../src/calendar/clock.js';
import { aKarte, KAMISHIHORO } from '../../builders.js';
import { addNote } from '../around-case.js';
import type { Scene } from '../scene.js';
import { addAttachment } from '../standing-case.js';
import { ALL, type Call, DESK, INSIDE, onCase, READERS, type Routes, TOWN } from './route.js';

const REASON = { reason: '試験のため' };
const SUGGESTED = { kind: 'ministry', subject: 'mlit' };
const WRITERS = [...TOWN] as const;

const triage = ({ cast }: Scene) => ({ fieldCodes: ['transport'], priority: 'high', ownerId: cast.desk });

async function anAttachment(scene: Scene, state: 'draft' | 'inquiring'): Promise<Call> {
  const standing = await scene.aCase({ state });
  return { params: { id: await addAttachment(scene.db, standing, 'case', new Clock().now()) } };
}

function aFile(): FormData {
  const form = new FormData();
  form.append('file', new Blob(['地図']), '地図.txt');
  return form;
}

export const CONSULTATIONS: Routes = {
  'GET /consultations': { to: ALL },
  'GET /board': { to: ALL },
  'GET /work': { to: ALL },
  'GET /consultations/new': { to: ALL },
  'POST /consultations': {
    to: [...WRITERS, 'desk'],
    make: (_, role) => ({
      body: role === 'desk' || role === 'manager' ? { municipalityCode: KAMISHIHORO, proxyChannel: 'phone' } : {},
    }),
  },
  'GET /consultations/{id}': onCase(READERS, 'inquiring'),
  'GET /consultations/{id}/history': onCase(READERS, 'inquiring'),
  'GET /consultations/{id}/deadlines': onCase(READERS, 'inquiring'),
  'GET /consultations/{id}/karte': onCase(READERS, 'inquiring'),
  'GET /consultations/{id}/karte/check': onCase(WRITERS, 'draft'),
  'GET /consultations/{id}/submissions': onCase([...TOWN, ...INSIDE], 'inquiring'),
  'PUT /consultations/{id}/karte': onCase(WRITERS, 'draft', { version: 1, karte: aKarte() }),
  'POST /consultations/{id}/requestReview': onCase(TOWN, 'draft'),
  'POST /consultations/{id}/sendBackToAuthor': onCase(['approver'], 'reviewing', REASON),
  'POST /consultations/{id}/submit': onCase(['approver'], 'draft', { version: 1 }),
  'POST /consultations/{id}/additions': onCase(TOWN, 'inquiring', { text: '追記' }),
  'POST /consultations/{id}/attachments': {
    ...onCase(TOWN, 'inquiring'),
    make: async (scene) => ({ params: { id: (await scene.aCase({ state: 'inquiring' })).id }, body: aFile() }),
  },
  'GET /attachments/{id}': { to: READERS, own: true, make: (scene) => anAttachment(scene, 'inquiring') },
  'DELETE /attachments/{id}': { to: WRITERS, own: true, make: (scene) => anAttachment(scene, 'draft') },

  'GET /desk-officers': { to: DESK },
  'POST /consultations/{id}/take': onCase(DESK, 'submitted', {}),
  'POST /consultations/{id}/return': onCase(DESK, 'checking', { items: [{ item: 'situation', ...REASON }] }),
  'POST /consultations/{id}/guide': onCase(DESK, 'checking', { ...REASON, desk: '県の相談窓口' }),
  'POST /consultations/{id}/triage': {
    ...onCase(DESK, 'checking'),
    make: async (scene) => ({ params: { id: (await scene.aCase({ state: 'checking' })).id }, body: triage(scene) }),
  },
  'POST /consultations/{id}/assign': {
    ...onCase(DESK, 'inquiring'),
    make: async (scene) => ({ params: { id: (await scene.aCase({ state: 'inquiring' })).id }, body: triage(scene) }),
  },
  'POST /consultations/{id}/merge': {
    ...onCase(DESK, 'checking'),
    make: async (scene) => {
      const [from, into] = [await scene.aCase({ state: 'checking' }), await scene.aCase({ state: 'checking' })];
      return { params: { id: from.id }, body: { into: into.id, ...REASON } };
    },
  },
  'POST /consultations/{id}/unmerge': onCase(DESK, 'merged', REASON),
  'POST /consultations/{id}/withdraw': onCase([...TOWN, ...DESK], 'inquiring', REASON),
  'POST /consultations/{id}/followUp': onCase([...TOWN, ...DESK], 'replied', REASON),
  'POST /consultations/{id}/proposeClose': onCase(DESK, 'replied', {}),
  'POST /consultations/{id}/agreeClose': onCase(TOWN, 'closing', {}),
  'POST /consultations/{id}/declineClose': onCase(TOWN, 'closing', REASON),
  'POST /consultations/{id}/wishReopen': onCase(TOWN, 'closed', REASON),
  'POST /consultations/{id}/reopen': onCase(DESK, 'closed', REASON),
  'GET /consultations/{id}/notes': {
    // For all others an empty list: there is nothing of theirs.
    ...onCase(READERS, 'inquiring'),
    make: async (scene) => {
      const standing = await scene.aCase({ state: 'inquiring' });
      await addNote(scene.db, standing, null);
      return { params: { id: standing.id } };
    },
  },
  'GET /consultations/{id}/hints': onCase(WRITERS, 'draft'),
  'GET /consultations/{id}/suggestions': onCase(DESK, 'checking'),
  'GET /consultations/{id}/suggestions/choices': onCase(INSIDE, 'inquiring'),
  'POST /consultations/{id}/suggestions/choices': onCase(DESK, 'checking', {
    ...SUGGESTED,
    verdict: 'taken',
    knowledge: 0,
  }),
  'POST /consultations/{id}/suggestions/choices/undo': onCase(DESK, 'checking', SUGGESTED),
  'POST /consultations/{id}/notes': onCase([...INSIDE, 'ministry'], 'inquiring', { text: 'メモ' }),
};

import type { DataSource } from 'typeorm';
import type { Scene } from '../scene.js';
import { DESK, onCase, READERS, type Routes } from './route.js';

const CONTENT = { subject: '回答', greeting: '', passages: [], contacts: [], closing: '' };
const VERSION = { version: 1 };
const MEASURE = 'M25-Ci-1-01';

/** The first passage of the draft states a record of the catalogue. */
async function aStatedMeasure({ db }: Scene, consultationId: string): Promise<string> {
  const [[row]] = await db.query(
    `UPDATE replies SET passages = jsonb_set(passages, '{0,measure}', $2) WHERE consultation_id = $1 RETURNING passages`,
    [consultationId, { id: MEASURE, version: 1 }],
  );
  return row.passages[0].id;
}

async function settings(db: DataSource) {
  const [row] = await db.query('SELECT max(version) AS version FROM reply_settings');
  return {
    ...{ version: row.version, approvalSteps: 1, numberPattern: '', addressee: 'organisation', sender: '相談窓口' },
    ...{ sealOmitted: true, contactName: '相談窓口', contactTel: '00-0000-0000', contactEmail: '' },
  };
}

export const REPLIES: Routes = {
  'GET /reply-settings': { to: [...DESK, 'admin'] },
  'PUT /reply-settings': { to: ['admin'], make: async ({ db }: Scene) => ({ body: await settings(db) }) },
  'GET /consultations/{id}/reply': onCase(READERS, 'replied'),
  'GET /consultations/{id}/reply.pdf': onCase(READERS, 'replied'),
  'GET /consultations/{id}/reply.docx': onCase(READERS, 'replied'),
  'GET /consultations/{id}/reply.xlsx': onCase(READERS, 'replied'),
  'POST /consultations/{id}/reply': onCase(DESK, 'collected'),
  'POST /consultations/{id}/reply/refresh': onCase(DESK, 'drafting'),
  'POST /consultations/{id}/reply/take-measures': {
    to: DESK,
    own: true,
    make: async (scene) => {
      const { id, question: questionRowId } = await scene.aCase({ state: 'drafting' });
      return { params: { id }, body: { ...VERSION, items: [{ measureId: MEASURE, questionRowId }] } };
    },
  },
  'POST /consultations/{id}/reply/update-measure': {
    to: DESK,
    own: true,
    make: async (scene) => {
      const { id } = await scene.aCase({ state: 'drafting' });
      return { params: { id }, body: { ...VERSION, passageId: await aStatedMeasure(scene, id), edited: 'keep' } };
    },
  },
  'PUT /consultations/{id}/reply': onCase(DESK, 'drafting', { ...VERSION, ...CONTENT }),
  'POST /consultations/{id}/reply/request-approval': onCase(DESK, 'drafting', VERSION),
  'POST /consultations/{id}/reply/recall-approval': onCase(DESK, 'approving'),
  'POST /consultations/{id}/reply/send-back': onCase(['manager'], 'approving', {
    ...VERSION,
    comment: '直してください。',
  }),
  'POST /consultations/{id}/reply/approve': onCase(['manager'], 'approving', VERSION),
};

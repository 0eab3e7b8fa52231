import type { DataSource } from 'typeorm';
import type { Scene } from '../scene.js';
import { DESK, onCase, READERS, type Routes } from './route.js';

const CONTENT = { subject: '回答', greeting: '', passages: [], contacts: [], closing: '' };
const VERSION = { version: 1 };

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
  'PUT /consultations/{id}/reply': onCase(DESK, 'drafting', { ...VERSION, ...CONTENT }),
  'POST /consultations/{id}/reply/request-approval': onCase(DESK, 'drafting', VERSION),
  'POST /consultations/{id}/reply/recall-approval': onCase(DESK, 'approving'),
  'POST /consultations/{id}/reply/send-back': onCase(['manager'], 'approving', {
    ...VERSION,
    comment: '直してください。',
  }),
  'POST /consultations/{id}/reply/approve': onCase(['manager'], 'approving', VERSION),
};

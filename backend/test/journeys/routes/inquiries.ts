import type { InquiryState } from '../../../src/contract/inquiries.js';
import { anInquiry, type Scene } from '../scene.js';
import { ALL, type Call, DESK, onCase, READERS, type Route, type Routes } from './route.js';

const DUE = '2026-12-18';
type Asked = Awaited<ReturnType<typeof anInquiry>>;

const onInquiry = (to: Route['to'], state: InquiryState, body?: object | ((asked: Asked) => object)): Route => ({
  to,
  own: true,
  make: async (scene): Promise<Call> => {
    const asked = await anInquiry(scene, state);
    const sent = typeof body === 'function' ? body(asked) : body;
    return { params: { id: asked.id }, ...(sent ? { body: sent } : {}) };
  },
});

async function aDeclined(scene: Scene): Promise<Call> {
  const { id } = await anInquiry(scene, 'notApplicable');
  await scene.db.query(`UPDATE inquiry_rows SET suggested_ministry_id = 'mlit' WHERE inquiry_id = $1`, [id]);
  return { params: { id }, body: {} };
}

const MINISTRY = ['ministry'] as const;
const draftOf = ({ question }: Asked) => ({ version: 1, rows: [{ questionRowId: question, answers: [] }] });

export const INQUIRIES: Routes = {
  'GET /inquiries': { to: ALL },
  'GET /inquiries/{id}': onInquiry([...DESK, ...MINISTRY], 'asked'),
  'GET /inquiries/{id}/earlierAnswers': onInquiry(MINISTRY, 'asked'),
  'POST /inquiries/{id}/acknowledge': onInquiry(MINISTRY, 'asked'),
  'POST /inquiries/{id}/handOn': onInquiry(MINISTRY, 'asked', { divisionId: 'meti-001' }),
  'PUT /inquiries/{id}/answers': onInquiry(MINISTRY, 'asked', draftOf),
  'POST /inquiries/{id}/answer': onInquiry(MINISTRY, 'acknowledged', { version: 1 }),
  'POST /inquiries/{id}/requestExtension': onInquiry(MINISTRY, 'asked', { dueOn: DUE, reason: '確認のため' }),
  'POST /inquiries/{id}/askBack': onInquiry(MINISTRY, 'asked', { text: '対象はどこまでか。' }),
  'POST /inquiries/{id}/replyBack': onInquiry(DESK, 'questioned', { text: '町の全域です。' }),
  'POST /inquiries/{id}/decideExtension': onInquiry(DESK, 'asked', { granted: true }),
  'POST /inquiries/{id}/changeDue': onInquiry(DESK, 'asked', { dueOn: DUE }),
  'POST /inquiries/{id}/cancel': onInquiry(DESK, 'asked', { reason: '不要になったため' }),
  'POST /inquiries/{id}/handOver': { to: DESK, own: true, make: aDeclined },
  'GET /consultations/{id}/inquiries': onCase(READERS, 'inquiring'),
  'POST /consultations/{id}/inquiries': {
    to: DESK,
    own: true,
    make: async (scene) => {
      const { id, question } = await scene.aCase({ state: 'inquiring' });
      return { params: { id }, body: { asks: [{ ministryId: 'mlit', questionRowIds: [question] }] } };
    },
  },
  'GET /consultations/{id}/questions': onCase(DESK, 'inquiring'),
  'PUT /consultations/{id}/questions': onCase(DESK, 'checking', { version: 'stale', rows: [{ text: '質問' }] }),
};

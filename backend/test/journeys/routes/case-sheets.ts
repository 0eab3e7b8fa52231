import type { SheetState } from '../../../src/contract/case-sheets.js';
import { addSheet } from '../around-case.js';
import { ALL, DESK, onCase, READERS, type Route, type Routes, TOWN } from './route.js';

const VERSION = { version: 1 };
const WORDS = {
  ...{
    title: '事例',
    elements: ['甲', '乙'],
    situation: '',
    initiative: '取組',
    partners: [],
    support: '',
    results: '',
  },
};

const onSheet = (to: Route['to'], state: SheetState, body: object): Route => ({
  to,
  own: true,
  make: async (scene) => ({
    params: { id: await addSheet(scene.db, await scene.aCase({ state: 'closed' }), state) },
    body: { ...VERSION, ...body },
  }),
});

export const CASE_SHEETS: Routes = {
  // Who reads the 相談 but not the 事例票 hears that there is none.
  'GET /consultations/{id}/case-sheet': onCase(READERS, 'closed'),
  'POST /consultations/{id}/case-sheet': onCase(DESK, 'closed'),
  'PUT /case-sheets/{id}': onSheet(DESK, 'drafting', { ...WORDS, pillarCode: '2', fieldCodes: [], practiceId: null }),
  'PUT /case-sheets/{id}/words': onSheet(TOWN, 'asked', { ...WORDS, named: true }),
  'POST /case-sheets/{id}/ask': onSheet(DESK, 'drafting', {}),
  'POST /case-sheets/{id}/recall': onSheet(DESK, 'asked', {}),
  'POST /case-sheets/{id}/agree': onSheet(['approver'], 'asked', {}),
  'POST /case-sheets/{id}/decline': onSheet(['approver'], 'asked', { reason: '都合のため' }),
  'POST /case-sheets/{id}/publish': onSheet(DESK, 'agreed', {}),
  'POST /case-sheets/{id}/recommend': onSheet(DESK, 'published', { recommended: true }),
  'POST /case-sheets/{id}/takeOut': onSheet(DESK, 'published', { reason: '訂正' }),
  'POST /case-sheets/{id}/withdraw': onSheet(TOWN, 'published', {}),
  'POST /case-sheets/{id}/redraft': onSheet(DESK, 'declined', {}),
  'GET /map': { to: ALL },
  'GET /map/shapes': { to: ALL },
  'GET /map/shapes/{prefecture}': { to: ALL, make: () => ({ params: { prefecture: '01' } }) },
  'GET /good-practices/{id}/applications': { to: ALL, make: () => ({ params: { id: 'gp-1-01' } }) },
};

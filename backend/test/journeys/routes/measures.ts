import { randomUUID } from 'node:crypto';
import { put } from '../rows.js';
import type { Scene } from '../scene.js';
import { ALL, type Call, type Routes } from './route.js';

const KEEPERS = ['manager', 'admin'] as const;
const EDITORS = ['desk', 'manager', 'admin'] as const;
const MEASURE = { params: { id: 'M25-Aa-1-01' } };
const NOTHING = { added: [], changed: [], unchanged: 0, kpis: 0 };

function aList(): FormData {
  const form = new FormData();
  form.append('file', new Blob([`施策ID,施策名\nG-${randomUUID().slice(0, 8)},試験の施策\n`]), '一覧.csv');
  return form;
}

/** A file that was looked at and may be applied. */
async function aTrial({ db }: Scene): Promise<Call> {
  const id = await put(db, 'measure_imports', {
    ...{ file_name: '一覧.csv', content: Buffer.from('施策ID,施策名\nG-1,試験の施策\n'), kind: 'list', digest: '' },
    ...{ counts: '[]', faults: '[]', difference: JSON.stringify(NOTHING), created_at: '2026-11-20' },
  });
  return { params: { id } };
}

/** A correction by somebody who saw the measure as it stands now. */
async function anEdit({ db }: Scene): Promise<Call> {
  const [{ version }] = await db.query('SELECT version FROM measures WHERE id = $1', [MEASURE.params.id]);
  const lists = { programs: [], fields: [], owners: [], links: [], keywords: [] };
  const words = { commonName: '', eligible: '', requirements: '', rate: '', ceiling: '', grantType: '', law: '' };
  const call = { applyFrom: null, applyUntil: null, fiscalYear: null, contact: '', text: '' };
  const content = { kind: 'measure', title: `試験の施策 ${version}`, ...lists, ...words, ...call };
  return { ...MEASURE, body: { version, content, reason: '試験のため' } };
}

async function whileOpen({ db }: Scene): Promise<void> {
  await db.query(`INSERT INTO measure_settings (version, public) SELECT max(version) + 1, true FROM measure_settings`);
}

export const MEASURES: Routes = {
  'GET /measures': { to: ALL },
  'GET /measures.csv': { to: ALL },
  'GET /measures.xlsx': { to: ALL },
  'GET /measures/{id}': { to: ALL, make: () => MEASURE },
  'GET /measures/{id}/history': { to: ALL, make: () => MEASURE },
  'GET /measures/{id}/form': { to: EDITORS, make: () => MEASURE },
  'PUT /measures/{id}': { to: EDITORS, make: anEdit },
  'PUT /measure-basket/{id}': { to: ALL, make: () => MEASURE },
  'DELETE /measure-basket/{id}': { to: ALL, make: () => MEASURE },
  'DELETE /measure-basket': { to: ALL },
  'GET /measure-imports': { to: KEEPERS },
  'POST /measure-imports': { to: KEEPERS, make: () => ({ body: aList() }) },
  'GET /measure-imports/{id}': { to: KEEPERS, make: aTrial },
  'POST /measure-imports/{id}/apply': { to: KEEPERS, make: aTrial },
  'GET /measure-settings': { to: KEEPERS },
  'PUT /measure-settings': {
    to: ['admin'],
    make: async ({ db }) => {
      const [{ version }] = await db.query('SELECT max(version) AS version FROM measure_settings');
      return { body: { version, public: true } };
    },
  },
  // Open only while the administrators say so.
  'GET /public/measures': {
    to: 'anybody',
    make: async (scene) => {
      await whileOpen(scene);
      return {};
    },
  },
  'GET /public/measures/{id}': {
    to: 'anybody',
    make: async (scene) => {
      await whileOpen(scene);
      return MEASURE;
    },
  },
};

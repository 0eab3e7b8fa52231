import { randomInt } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { KAMISHIHORO } from '../../builders.js';
import { put, putBare } from '../rows.js';
import type { Scene } from '../scene.js';
import { ALL, type Call, type Routes } from './route.js';

const FROM = '2026-04-01';
const SOURCE = '試験の資料';
const VERSION = { version: '1' };
const CONTACT = { name: '連絡 先人', email: 'renraku@meti.example' };

const letters = (): string => Array.from({ length: 12 }, () => String.fromCharCode(97 + randomInt(26))).join('');
const ministryInput = (id: string) => ({
  ...{ name: `試験省${id}`, shortName: '試験省', kana: 'しけんしょう', mailbox: 'shiken@go.example', sort: 99 },
  source: SOURCE,
});

async function aMinistry(db: DataSource): Promise<string> {
  const id = letters();
  const { shortName: short_name, ...row } = ministryInput(id);
  return put(db, 'ministries', { id, short_name, ...row, valid_from: FROM });
}

const aDivision = (db: DataSource): Promise<string> => {
  const id = letters();
  return put(db, 'divisions', { id, ministry_id: 'meti', name: `試験課${id}`, valid_from: FROM, source: SOURCE });
};

const aContact = (db: DataSource): Promise<string> =>
  put(db, 'contacts', { ministry_id: 'meti', ...CONTACT, valid_from: FROM });

async function aField(db: DataSource): Promise<string> {
  const code = letters();
  await putBare(db, 'policy_fields', { code, name: `試験分野${code}`, sort: 99, valid_from: FROM, source: SOURCE });
  return code;
}

async function aHoliday(db: DataSource): Promise<string> {
  const day = new Date(Date.UTC(2090 + randomInt(9), randomInt(12), 1 + randomInt(28))).toISOString().slice(0, 10);
  await db.query(`INSERT INTO holidays (day, name, source) VALUES ($1, '試験の日', $2) ON CONFLICT DO NOTHING`, [
    day,
    SOURCE,
  ]);
  return day;
}

type Make = (db: DataSource) => Promise<string>;
const one =
  (make: Make, name = 'id') =>
  async (scene: Scene): Promise<Call> => ({ params: { [name]: await make(scene.db) } });
const edit =
  (make: Make, body: object, name = 'id') =>
  async (scene: Scene): Promise<Call> => ({ ...(await one(make, name)(scene)), body });
const end =
  (make: Make, name = 'id') =>
  async (scene: Scene): Promise<Call> => ({ ...(await one(make, name)(scene)), query: VERSION });

const HOLIDAY_FILE = Buffer.from('国民の祝日・休日月日,国民の祝日・休日名称\n2091/1/1,元日\n').toString('base64');
const RULE = {
  ...{ validFrom: '2099-04-01', calendar: 'desk', workdays: 2, cutOff: '17:15', reminders: [0, 1], escalation: 3 },
  ...{ pauses: false, reason: '試験のため' },
};
const field = () => ({ name: `分野${letters()}`, sort: 99, source: SOURCE });

export const REFERENCE: Routes = {
  'GET /municipalities': { to: ALL },
  'GET /municipalities/{code}': { to: ALL, make: () => ({ params: { code: KAMISHIHORO } }) },
  'GET /policy-pillars': { to: ALL },
  'GET /logic-model': { to: ALL },
  'GET /good-practices': { to: ALL },
  'GET /good-practices/{id}': {
    to: ALL,
    make: async ({ db }) => ({ params: { id: (await db.query('SELECT id FROM good_practices LIMIT 1'))[0].id } }),
  },
  'GET /ministries': { to: ALL },
  'GET /ministries/{id}': { to: ALL, make: () => ({ params: { id: 'meti' } }) },
  'POST /ministries': {
    to: ['admin'],
    make: () => ({ body: { ...ministryInput(letters()), id: letters(), validFrom: FROM } }),
  },
  'PUT /ministries/{id}': {
    to: ['admin'],
    make: (scene) => edit(aMinistry, { ...ministryInput(letters()), version: 1 })(scene),
  },
  'DELETE /ministries/{id}': { to: ['admin'], make: end(aMinistry) },
  'GET /divisions/{id}': { to: ALL, make: one(aDivision) },
  'POST /divisions': {
    to: ['admin'],
    make: () => ({ body: { ministryId: 'meti', name: letters(), source: SOURCE, validFrom: FROM } }),
  },
  'PUT /divisions/{id}': {
    to: ['admin'],
    make: (scene) => edit(aDivision, { name: letters(), source: SOURCE, version: 1 })(scene),
  },
  'DELETE /divisions/{id}': { to: ['admin'], make: end(aDivision) },
  // Those who may not read contacts get an empty list.
  'GET /contacts': { to: ALL },
  'GET /contacts/{id}': { to: ['desk', 'manager', 'ministry', 'officer', 'secretariat', 'admin'], make: one(aContact) },
  'POST /contacts': {
    to: ['ministry', 'admin'],
    own: true,
    make: () => ({ body: { ministryId: 'meti', validFrom: FROM, contact: CONTACT } }),
  },
  'PUT /contacts/{id}': {
    to: ['ministry', 'admin'],
    own: true,
    make: edit(aContact, { version: 1, contact: CONTACT }),
  },
  'DELETE /contacts/{id}': { to: ['ministry', 'admin'], own: true, make: end(aContact) },
  'GET /policy-fields': { to: ALL },
  'POST /policy-fields': { to: ['admin'], make: () => ({ body: { ...field(), code: letters(), validFrom: FROM } }) },
  'PUT /policy-fields/{code}': {
    to: ['admin'],
    make: (scene) => edit(aField, { ...field(), version: 1 }, 'code')(scene),
  },
  'DELETE /policy-fields/{code}': { to: ['admin'], make: end(aField, 'code') },
  'GET /holidays': { to: ALL },
  'PUT /holidays/{day}': {
    to: ['admin'],
    make: edit(aHoliday, { name: '試験の日', source: SOURCE, version: 1 }, 'day'),
  },
  'POST /holidays/import': {
    to: ['admin'],
    make: () => ({ query: { preview: 'true' }, body: { file: HOLIDAY_FILE } }),
  },
  'GET /deadline-rules': { to: ['desk', 'manager', 'admin'] },
  'POST /deadline-rules/{kind}': {
    to: ['admin'],
    make: async ({ db }) => {
      const [{ seen }] = await db.query(`SELECT max(id) AS seen FROM deadline_rules WHERE kind = 'checking'`);
      return { params: { kind: 'checking' }, body: { ...RULE, seen } };
    },
  },
  'DELETE /holidays/{day}': { to: ['admin'], make: end(aHoliday, 'day') },
  'GET /forms/{form}': { to: ALL, make: () => ({ params: { form: 'roundTown' } }) },
  'GET /forms/{form}/{version}': { to: ALL, make: () => ({ params: { form: 'karte', version: '1' } }) },
  'POST /forms/{form}': {
    to: ['admin'],
    make: async ({ db }) => {
      const [newest] = await db.query(
        `SELECT * FROM form_definitions WHERE form = 'roundTown' ORDER BY version DESC LIMIT 1`,
      );
      const { name, notices, items, version: basedOn } = newest;
      const body = { name, validFrom: '2099-04-01', notices, items, basedOn };
      return { params: { form: 'roundTown' }, body };
    },
  },
};

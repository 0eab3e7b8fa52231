import type { DataSource } from 'typeorm';
import { signLink } from '../../../src/platform/signing.js';
import { idOf } from '../../../src/routing/entries.js';
import { aSurveyInvitation } from '../../builders.js';
import { addSurvey } from '../around-case.js';
import type { Scene } from '../scene.js';
import { type Call, DESK, INSIDE, type Routes } from './route.js';

const MANAGER = ['manager'] as const;
const KEEPERS = [...DESK, 'admin'] as const;

/** An entry as it is shipped: 所掌事務 of 総務省 for 過疎. */
const REMIT = { kind: 'remit', id: idOf('remit', ['総務省'], '総務省設置法第4条（地方自治・地方財政）') };
const CHANGE = { seen: 0, head: ['総務省'], words: ['過疎'], source: '総務省設置法第4条', reason: '試験のため' };

async function aSurveyLink({ db, aCase }: Scene, body?: object): Promise<Call> {
  const { id } = await aSurveyInvitation(db, (await aCase({ state: 'closed' })).id);
  return { params: { token: signLink(process.env.SECRET ?? '', 'survey', id) }, ...(body ? { body } : {}) };
}

async function aLowScore({ db, aCase }: Scene, body?: object): Promise<Call> {
  const id = await addSurvey(db, await aCase({ state: 'closed' }), 'notYet');
  return { params: { id }, ...(body ? { body } : {}) };
}

async function aNextVersion(db: DataSource): Promise<Call> {
  const [{ basedOn, questions }] = await db.query(
    `SELECT version AS "basedOn", questions FROM survey_definitions WHERE survey = 'consultation' ORDER BY version DESC LIMIT 1`,
  );
  const body = {
    basedOn,
    questions,
    name: '満足度調査',
    closesAfterDays: 14,
    remindAfterDays: 7,
    validFrom: '2099-04-01',
  };
  return { params: { survey: 'consultation' }, body };
}

const RULE = { fieldCode: 'transport', ministryId: 'mlit', reason: '試験のため' };

async function aRule({ db, cast }: Scene): Promise<Call> {
  const [{ id }] = await db.query(
    `INSERT INTO routing_rules (field_code, ministry_id, reason, made_by, made_at, ended_by, ended_at)
     VALUES ('transport', 'mlit', '試験のため', $1, now(), $1, now()) RETURNING id`,
    [cast.desk],
  );
  return { params: { id } };
}

export const FIGURES: Routes = {
  'GET /surveys/answer/{token}': { to: 'anybody', make: (scene) => aSurveyLink(scene) },
  'POST /surveys/answer/{token}': { to: 'anybody', make: (scene) => aSurveyLink(scene, { answers: { overall: 5 } }) },
  'GET /survey-definitions': { to: ['manager', 'admin'] },
  'POST /survey-definitions/{survey}': { to: ['admin'], make: ({ db }: Scene) => aNextVersion(db) },
  'GET /satisfaction': { to: INSIDE },
  'GET /satisfaction.csv': { to: INSIDE },
  'GET /satisfaction/responses': { to: MANAGER },
  'GET /satisfaction/responses.csv': { to: MANAGER },
  'GET /satisfaction/invitations': { to: MANAGER },
  'GET /satisfaction/follow-ups': { to: MANAGER },
  'POST /satisfaction/follow-ups/{id}/take': { to: MANAGER, make: (scene) => aLowScore(scene) },
  'POST /satisfaction/follow-ups/{id}/close': {
    to: MANAGER,
    make: (scene) => aLowScore(scene, { note: '電話で伺った。' }),
  },
  'GET /suggestions/acceptance': { to: DESK },
  'GET /suggestions/acceptance.csv': { to: DESK },
  'GET /suggestions/choices': { to: DESK },
  'GET /dashboard': { to: DESK },
  'GET /dashboard/durations': { to: DESK },
  'GET /knowledge/{kind}': { to: KEEPERS, make: () => ({ params: { kind: 'thesaurus' } }) },
  'GET /knowledge/{kind}/{id}': { to: KEEPERS, make: () => ({ params: REMIT }) },
  'POST /knowledge/{kind}': { to: KEEPERS, make: () => ({ params: { kind: 'remit' }, body: CHANGE }) },
  'POST /knowledge/{kind}/{id}': { to: KEEPERS, make: () => ({ params: REMIT, body: CHANGE }) },
  'GET /routing-rules': { to: KEEPERS },
  'POST /routing-rules': { to: KEEPERS, make: () => ({ body: RULE }) },
  'POST /routing-rules/{id}/end': { to: KEEPERS, make: aRule },
  'GET /audit': { to: ['manager', 'admin'] },
  // In production there is no clock to set.
  'GET /demo/clock': { to: [] },
  'PUT /demo/clock': { to: [], make: () => ({ body: { aheadDays: 1 } }) },
};

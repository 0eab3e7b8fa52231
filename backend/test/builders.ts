import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Clock } from '../src/calendar/clock.js';
import type { Karte } from '../src/contract/forms.js';
import type { Grant, Role } from '../src/contract/identity.js';
import type { ConsultationState } from '../src/contract/lifecycle.js';
import type { Actor } from '../src/identity/actor.js';
import { keepDeadlines } from './deadlines.js';

/** 上士幌町 (北海道) and 西伊豆町 (静岡県): two towns that tests know by code. */
export const KAMISHIHORO = '016331';
export const NISHIIZU = '223069';

type Scope = Partial<Omit<Grant, 'role'>>;
export const grant = (role: Role, scope: Scope = {}): Grant => ({
  role,
  municipalityCode: null,
  ministryId: null,
  divisionId: null,
  ...scope,
});

/** A person with an account (no password) and these roles, as the services see it. */
export async function aPerson(db: DataSource, ...grants: Grant[]): Promise<Actor & { id: string }> {
  const id = randomUUID();
  const name = `試験 ${id.slice(0, 4)}`;
  await db.query('INSERT INTO people (id, email, name) VALUES ($1, $2, $3)', [id, `${id}@test.example`, name]);
  for (const { role, municipalityCode, ministryId, divisionId } of grants) {
    await db.query(
      'INSERT INTO grants (person_id, role, municipality_code, ministry_id, division_id) VALUES ($1, $2, $3, $4, $5)',
      [id, role, municipalityCode, ministryId, divisionId],
    );
  }
  return { id, name, grants };
}

interface ConsultationTraits {
  state?: ConsultationState;
  municipalityCode?: string;
  ownerId?: string | null;
  title?: string;
  serial?: number;
}

let serial = 9000;

/** A 相談 straight into the table, in any state, with what its state demands. */
export async function aConsultation(db: DataSource, author: Actor & { id: string }, traits: ConsultationTraits = {}) {
  const { state = 'draft', title = '自動運転バスと畜産の新結合' } = traits;
  const id = randomUUID();
  const now = new Clock().now();
  const numbered = !['draft', 'reviewing'].includes(state);
  serial += 1;
  const no = traits.serial ?? serial;
  const code =
    traits.municipalityCode ?? author.grants.find((g) => g.municipalityCode)?.municipalityCode ?? KAMISHIHORO;
  await db.query(
    `INSERT INTO consultations (id, municipality_code, state, state_since, fiscal_year, serial, number, form_version, karte,
       title, owner_id, submitted_at, reply_due_on, created_by, updated_by, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9, $10, $11, $12, $13, $13, $4, $4)`,
    [
      id,
      code,
      state,
      now,
      numbered ? 2026 : null,
      numbered ? no : null,
      numbered ? `新結合-R8-${String(no).padStart(4, '0')}` : null,
      JSON.stringify({ title }),
      title,
      traits.ownerId === undefined ? author.id : traits.ownerId,
      numbered ? now : null,
      numbered ? '2026-12-18' : null,
      author.id,
    ],
  );
  await keepDeadlines(db, id);
  return { id };
}

/** A カルテ that may be submitted, on version 1 of the form; `traits` replace inputs, undefined takes one away. */
export function aKarte(traits: Record<string, Karte[string] | undefined> = {}): Karte {
  const karte: Record<string, Karte[string] | undefined> = {
    department: '企画財政課 地方創生係',
    position: '主査',
    contactName: '大雪 花子',
    contactKana: 'たいせつ はなこ',
    tel: '00-0000-0000（内線123）',
    email: 'hanako@town.example',
    consulter: 'alone',
    title: '自動運転バスと畜産の新結合',
    situation: '路線バスが1日3往復に減り、通院の足が足りない。',
    vision: '町で作った電気で自動運転バスを毎時1本走らせる。',
    elements: [
      { kind: 'technology', field: 'transport', content: 'レベル4の自動運転バス' },
      { kind: 'resource', field: 'environment', content: '家畜ふん尿のバイオガス発電' },
    ],
    stage: 'concept',
    policyFields: ['transport', 'environment'],
    pillar: '2',
    topics: ['measures', 'regulation'],
    questions: [
      { text: '町道で定期運行するには、どの許可が必要か。' },
      { text: '発電と組み合わせて使える補助金はあるか。' },
    ],
    replyBy: ['written'],
    shareMinistries: true,
    sharePrefecture: true,
    publication: 'anonymous',
    confidentiality: 'level2',
    ...traits,
  };
  return Object.fromEntries(Object.entries(karte).filter(([, value]) => value !== undefined)) as Karte;
}

/** An invitation to the survey of the desk for a closed 相談, as the job makes it. */
export async function aSurveyInvitation(
  db: DataSource,
  consultationId: string,
  { closesOn = '2099-12-31' }: { closesOn?: string } = {},
) {
  const id = randomUUID();
  await db.query(
    `INSERT INTO survey_invitations (id, survey, version, consultation_id, invited_at, closes_on)
     VALUES ($1, 'consultation', 1, $2, $3, $4)`,
    [id, consultationId, new Clock().now(), closesOn],
  );
  return { id };
}

/** The answer to such an invitation. */
export async function aSurveyResponse(db: DataSource, invitationId: string, answers: object) {
  const [row]: { id: string }[] = await db.query(
    `WITH answered AS (UPDATE survey_invitations SET answered_at = $3 WHERE id = $1 RETURNING id, survey, version)
     INSERT INTO survey_responses (survey, version, invitation_id, answers, answered_at)
     SELECT survey, version, id, $2, $3 FROM answered RETURNING id`,
    [invitationId, JSON.stringify(answers), new Clock().now()],
  );
  return { id: row?.id ?? '' };
}

import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Clock } from '../src/calendar/clock.js';
import type { Grant, Role } from '../src/contract/identity.js';
import type { ConsultationState } from '../src/contract/lifecycle.js';
import type { Actor } from '../src/identity/actor.js';

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
  return { id };
}

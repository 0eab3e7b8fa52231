import type { DataSource } from 'typeorm';
import type { ConsultationState } from '../src/contract/lifecycle.js';
import type { Actor } from '../src/identity/actor.js';
import { loadReferenceData } from '../src/reference-data.js';
import { aConsultation, aPerson, grant, KAMISHIHORO, NISHIIZU } from './builders.js';
import { keepDeadlines } from './deadlines.js';

export type Person = Actor & { id: string };

/** 上士幌町 in 北海道, and who stands around its cases. */
export async function aDesk(db: DataSource) {
  await loadReferenceData(db);
  const town = { municipalityCode: KAMISHIHORO };
  return {
    town: await aPerson(db, grant('municipality', town)),
    approver: await aPerson(db, grant('approver', town)),
    neighbour: await aPerson(db, grant('municipality', { municipalityCode: NISHIIZU })),
    desk: await aPerson(db, grant('desk')),
    colleague: await aPerson(db, grant('desk')),
    manager: await aPerson(db, grant('manager')),
    meti: await aPerson(db, grant('ministry', { ministryId: 'meti' })),
    mlit: await aPerson(db, grant('ministry', { ministryId: 'mlit' })),
    prefecture: await aPerson(db, grant('prefecture', { municipalityCode: '010006' })),
    officer: await aPerson(db, grant('officer', town)),
    secretariat: await aPerson(db, grant('secretariat')),
    admin: await aPerson(db, grant('admin')),
  };
}

interface CaseTraits {
  state?: ConsultationState;
  municipalityCode?: string;
  owner?: Person | null;
  title?: string;
  /** Columns to set as they are. */
  set?: Record<string, unknown>;
}

/** A 相談 of 上士幌町 with whatever columns a test speaks of. */
export async function aCase(db: DataSource, author: Person, { owner, set = {}, ...traits }: CaseTraits = {}) {
  const ownerId = owner === undefined ? author.id : (owner?.id ?? null);
  const merged = traits.state === 'merged' ? await aConsultation(db, author, { state: 'checking' }) : null;
  const state = merged ? 'checking' : traits.state;
  const { id } = await aConsultation(db, author, { municipalityCode: KAMISHIHORO, ...traits, state, ownerId });
  const columns = { ...set, ...(merged ? { state: 'merged', merged_into: merged.id } : {}) };
  const names = Object.keys(columns);
  if (names.length > 0) {
    const list = names.map((name, index) => `${name} = $${index + 2}`).join(', ');
    await db.query(`UPDATE consultations SET ${list} WHERE id = $1`, [id, ...Object.values(columns)]);
  }
  return id;
}

/** 照会 of a case to a ministry, in a state, as the ministry finds it. */
export async function anInquiry(
  db: DataSource,
  consultationId: string,
  ministryId: string,
  asker: Person,
  { state = 'asked', dueOn = '2026-12-04', divisionId = null as string | null } = {},
): Promise<string> {
  const seen = state === 'asked' ? null : '2026-11-20T01:00:00Z';
  const done = ['answered', 'notApplicable'].includes(state) ? '2026-11-20T02:00:00Z' : null;
  const paused = state === 'questioned' ? '2026-11-20' : null;
  const [row]: { id: string }[] = await db.query(
    `INSERT INTO inquiries (consultation_id, ministry_id, division_id, state, due_on, paused_on, asked_by, asked_at,
       acknowledged_by, acknowledged_at, answered_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, '2026-11-19T01:00:00Z', $8, $9, $10) RETURNING id`,
    [consultationId, ministryId, divisionId, state, dueOn, paused, asker.id, seen && asker.id, seen, done],
  );
  await keepDeadlines(db, consultationId);
  return row?.id ?? '';
}

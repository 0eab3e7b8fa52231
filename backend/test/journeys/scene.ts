import type { DataSource } from 'typeorm';
import type { Role } from '../../src/contract/identity.js';
import type { InquiryState } from '../../src/contract/inquiries.js';
import type { ConsultationState } from '../../src/contract/lifecycle.js';
import { hashPassword } from '../../src/identity/passwords.js';
import { aPerson, grant, KAMISHIHORO, NISHIIZU } from '../builders.js';
import { type Asked, addInquiry, addReply } from './asked-case.js';
import { aStandingCase, type Cast, type Circumstances, isReplied, type Standing } from './standing-case.js';

export const PASSWORD = '結ぶ-musubi-2026';

/** Whom each role is bound to: here, and elsewhere. A role that stands alone has nobody elsewhere. */
const HERE: Record<Role, object> = {
  municipality: { municipalityCode: KAMISHIHORO },
  approver: { municipalityCode: KAMISHIHORO },
  desk: {},
  manager: {},
  ministry: { ministryId: 'meti' },
  officer: { municipalityCode: KAMISHIHORO },
  secretariat: {},
  prefecture: { municipalityCode: '010006' },
  admin: {},
};
const ELSEWHERE: Partial<Record<Role, object>> = {
  municipality: { municipalityCode: NISHIIZU },
  approver: { municipalityCode: NISHIIZU },
  ministry: { ministryId: 'maff' },
  officer: { municipalityCode: NISHIIZU },
  prefecture: { municipalityCode: '220001' },
};
export const ROLES = Object.keys(HERE) as Role[];

/** In these states the ministry has been asked, and has answered from `collected` on. */
export const ASKED: readonly ConsultationState[] = [
  ...(['inquiring', 'collected', 'drafting', 'approving'] as const),
  ...(['replied', 'followUp', 'closing', 'closed'] as const),
];

type Person = Awaited<ReturnType<typeof aPerson>>;

/** One person of each role around 上士幌町, and their like elsewhere. */
export async function aScene(db: DataSource) {
  const passwordHash = await hashPassword(PASSWORD);
  const person = async (role: Role, scope: object): Promise<Person> => {
    const one = await aPerson(db, grant(role, scope));
    await db.query('UPDATE people SET password_hash = $2 WHERE id = $1', [one.id, passwordHash]);
    return one;
  };
  const here = new Map<Role, Person>();
  const elsewhere = new Map<Role, Person>();
  for (const role of ROLES) {
    here.set(role, await person(role, HERE[role]));
    const other = ELSEWHERE[role];
    if (other) elsewhere.set(role, await person(role, other));
  }
  const who = (role: Role): Person => here.get(role) ?? fail(role);
  const cast: Cast = {
    townsman: who('municipality').id,
    desk: who('desk').id,
    manager: who('manager').id,
    official: () => who('ministry').id,
  };
  return {
    db,
    here: who,
    elsewhere: (role: Role): Person | undefined => elsewhere.get(role),
    cast,
    aColleague: (role: Role) => person(role, HERE[role]),
    aCase: (about: Partial<Circumstances> & { state: ConsultationState }) => aSharedCase(db, cast, about),
  };
}
export type Scene = Awaited<ReturnType<typeof aScene>>;

function fail(role: string): never {
  throw new Error(`nobody is ${role}`);
}

/** A case of 上士幌町 that is shared with everybody it can be shared with, as its state demands. */
async function aSharedCase(db: DataSource, cast: Cast, about: Partial<Circumstances> & { state: ConsultationState }) {
  const shared = { municipalityCode: KAMISHIHORO, sharePrefecture: true, shareTeam: true, ...about };
  const standing = await aStandingCase(db, cast, shared, () => 'ことば');
  if (about.state === 'merged')
    await mergeInto(db, standing, await aStandingCase(db, cast, { ...shared, state: 'checking' }, () => 'ことば'));
  if (!ASKED.includes(about.state)) return { ...standing, inquiry: '', question: '', answers: [] };
  const asked = await addInquiry(db, standing, {
    ministryId: 'meti',
    state: about.state === 'inquiring' ? 'asked' : 'answered',
  });
  const answers = asked.answer ? [asked.answer] : [];
  if (isReplied(standing)) await addReply(db, standing, 'approved', answers);
  if (about.state === 'drafting' || about.state === 'approving') await addReply(db, standing, about.state, answers);
  return { ...standing, inquiry: asked.id, question: asked.question, answers };
}

export async function mergeInto(db: DataSource, { id }: Standing, target: Standing): Promise<void> {
  await db.query(`UPDATE consultations SET state = 'merged', merged_into = $2 WHERE id = $1`, [id, target.id]);
}

/** An inquiry to the ministry in a state that the case is in the midst of. */
export async function anInquiry(scene: Scene, state: InquiryState, more: Partial<Asked> = {}) {
  const standing = await scene.aCase({ state: 'inquiring' });
  return { ...(await addInquiry(scene.db, standing, { ministryId: 'meti', state, ...more })), standing };
}

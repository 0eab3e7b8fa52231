import { inquiryOf } from '../consultations/policy.js';
import type { Role } from '../contract/identity.js';
import type { ConsultationState } from '../contract/lifecycle.js';
import type { Actor } from '../identity/actor.js';
import { municipalitiesOf } from '../identity/actor.js';
import type { Bind } from '../platform/sql/bind.js';
export interface Scene {
  actor: Actor;
  bind: Bind;
  today: string;
  /** Whom the actor stands in for today. */
  absent: readonly string[];
}

/** A heap of work: who has it, which rows, and what is said of each. Rows hang on a case, `consultations c`. */
export interface Section {
  key: string;
  title: string;
  roles: readonly Role[];
  /** What stands after FROM, with its conditions. */
  rows(scene: Scene): string;
  /** Requests for 後方支援 only, or they too; 相談 only when left out. */
  support?: 'only' | 'too';
  /** An SQL expression: until when. */
  due?: string;
  order?: string;
  /** An SQL expression: where it leads; the case itself when left out. */
  href?: string;
  note: string;
  /** The whole list. */
  list?: string;
}

export const TOWN = ['municipality', 'approver'] as const;
export const DESK = ['desk', 'manager'] as const;

export const inState = (...states: ConsultationState[]) => `c.state IN (${states.map((state) => `'${state}'`)})`;
export const ofTown =
  (...states: ConsultationState[]) =>
  (scene: Scene) =>
    `consultations c WHERE c.municipality_code = ANY (${scene.bind(municipalitiesOf(scene.actor, ...TOWN))})
   AND ${inState(...states)}`;
export const ofDesk = (condition: string) => () => `consultations c WHERE ${condition}`;
/** Of the reader, or of those for whom the reader stands in. */
export const mine = ({ actor, bind, absent }: Scene) => `c.owner_id = ANY (${bind([actor.id, ...absent])})`;
export const mineOrFree = (scene: Scene) => `(${mine(scene)} OR c.owner_id IS NULL)`;
export const inquiries = (condition: string) => (scene: Scene) =>
  `inquiries i JOIN consultations c ON c.id = i.consultation_id WHERE ${mineOrFree(scene)} AND ${condition}`;
export const asked = (condition: string) => (scene: Scene) => {
  const own = scene.actor.grants.filter(({ role }) => role === 'ministry').map((grant) => inquiryOf(grant, scene.bind));
  return `inquiries i JOIN consultations c ON c.id = i.consultation_id WHERE (${own.join(' OR ')}) AND ${condition}`;
};

export const CASE = `'/consultations/' || c.id`;
export const INQUIRY = `'/inquiries/' || i.id`;
export const LIVE = `i.state IN ('asked', 'acknowledged')`;

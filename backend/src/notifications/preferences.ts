import type { EntityManager } from 'typeorm';
import {
  type Moment,
  NOTICE_TOPICS,
  type NoticeHours,
  type NoticeScope,
  type NoticeTopic,
} from '../contract/notices.js';
import type { Addressee } from './recipients.js';

/** How one addressee wants news of one kind. */
export interface Wish {
  moment: Moment;
  inApp: boolean;
  scope: NoticeScope;
  hours: NoticeHours;
}

const HOURS = `to_char(h.opens_at, 'HH24:MI') AS "opensAt", to_char(h.closes_at, 'HH24:MI') AS "closesAt",
  to_char(h.digest_at, 'HH24:MI') AS "digestAt", h.digest_weekday AS "digestWeekday", h.any_time AS "anyTime"`;

type Chosen = { person_id: string } & Partial<Wish> & { [key in keyof NoticeHours]: NoticeHours[key] | null };

/**
 * The wishes of these addressees, in their order. Who chose nothing is told in the application and, unless a role mailbox
 * gets the mail, by mail as soon as their hours allow. What must be told is told so whatever they chose.
 * @param usual the hours of whoever chose none
 */
export async function wishesOf(
  db: EntityManager,
  addressees: readonly Addressee[],
  topic: NoticeTopic,
  usual: NoticeHours,
): Promise<Wish[]> {
  const chosen: Chosen[] = await db.query(
    `SELECT p.id AS person_id, np.moment, np.in_app AS "inApp", np.scope, ${HOURS}
     FROM people p LEFT JOIN notice_preferences np ON np.person_id = p.id AND np.topic = $2
     LEFT JOIN notice_hours h ON h.person_id = p.id WHERE p.id = ANY ($1)`,
    [addressees.flatMap(({ person_id }) => person_id ?? []), topic],
  );
  const byPerson = new Map(chosen.map((row) => [row.person_id, row]));
  const wishes = addressees.map((one) => wishOf(one, byPerson.get(one.person_id ?? ''), topic, usual));
  return heard(addressees, wishes);
}

/** Nobody's choice may leave news unheard: where all would be silent, those asked see it in the application all the same. */
function heard(addressees: readonly Addressee[], wishes: readonly Wish[]): Wish[] {
  const hears = ({ moment, inApp, scope }: Wish, index: number) =>
    scope !== 'none' && (moment !== 'never' || (inApp && !addressees[index]?.away));
  if (wishes.some(hears)) return [...wishes];
  return wishes.map((wish, index) => ({ ...wish, inApp: addressees[index]?.person_id !== null }));
}

function wishOf(addressee: Addressee, chosen: Chosen | undefined, topic: NoticeTopic, usual: NoticeHours): Wish {
  const { person_id, mailed, away, on_behalf_of } = addressee;
  const moment: Moment = mailed ? 'now' : 'never';
  const hours = chosen?.opensAt ? (chosen as NoticeHours) : usual;
  const told: Wish = { moment, inApp: person_id !== null, scope: 'mine', hours };
  if (NOTICE_TOPICS[topic].must || !chosen?.scope) return told;
  // To stand in is a duty: it takes up when the deputy wants mail, not whether.
  if (on_behalf_of) return { ...told, moment: chosen.moment === 'never' ? moment : (chosen.moment ?? moment) };
  return {
    moment: away ? 'never' : (chosen.moment ?? moment),
    inApp: told.inApp && chosen.scope !== 'none' && (chosen.inApp ?? true),
    scope: chosen.scope,
    hours,
  };
}

/** The hours of whoever gets mail at this address. */
export async function hoursOf(db: EntityManager, personId: string | null, usual: NoticeHours): Promise<NoticeHours> {
  const [hours]: NoticeHours[] = await db.query(`SELECT ${HOURS} FROM notice_hours h WHERE person_id = $1`, [personId]);
  return hours ?? usual;
}

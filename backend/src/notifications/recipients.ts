import type { EntityManager } from 'typeorm';
import type { NoticeTopic } from '../contract/notices.js';
import { standIns } from '../identity/deputies.js';

/** Whom a notice is for. */
export type Recipient =
  | 'town'
  | 'author'
  | 'approvers'
  | 'desk'
  | 'managers'
  | 'ministry'
  | 'invitedMinistries'
  | 'actionOwner'
  | 'searcher'
  | 'applicants'
  | 'applicationApprovers'
  | 'secretariat'
  | 'supporters'
  | 'askingTeam'
  | 'superior'
  | 'teamMembers'
  | 'teamTown'
  | 'formerMember'
  | 'surveyedTown'
  | 'surveyedOfficer'
  | 'person';

/** What a notice is about, as far as its addressees depend on it. */
export interface Subject {
  consultation_id: string | null;
  subject_id: string;
}

/** Somebody with an account, or a role mailbox (`person_id` null). Where a mailbox gets the mail, its people see it in the application. */
export interface Addressee {
  person_id: string | null;
  address: string;
  /** Whether mail goes there unless the person chose otherwise. */
  mailed: boolean;
  /** A deputy gets the mail, whatever the person chose. */
  away?: boolean;
  /** Whom this person stands in for. */
  on_behalf_of: string | null;
}

const active = (person: string) => `${person}.disabled_at IS NULL AND ${person}.password_hash IS NOT NULL`;
const ACTIVE = active('p');

const ofConsultation = (condition: string) => ({
  by: 'consultation_id' as const,
  sql: `SELECT DISTINCT p.id AS person_id, p.email AS address, true AS mailed
        FROM consultations c CROSS JOIN people p JOIN grants g ON g.person_id = p.id
        WHERE c.id = $1::uuid AND ${ACTIVE} AND (${condition})`,
});

/** The mailbox of a ministry or division, and those who look after it. `asked` gives ministry_id and division_id. */
const ofMinistry = (asked: string) => ({
  by: 'subject_id' as const,
  sql: `WITH asked AS (${asked})
        SELECT NULL::uuid AS person_id, coalesce(d.mailbox, mi.mailbox) AS address, true AS mailed
        FROM asked a JOIN ministries mi ON mi.id = a.ministry_id
        LEFT JOIN divisions d ON (d.ministry_id, d.id) = (a.ministry_id, a.division_id)
        UNION
        SELECT p.id, p.email, false FROM asked a
        JOIN grants g ON g.role = 'ministry' AND g.ministry_id = a.ministry_id
          AND (g.division_id IS NULL OR g.division_id = a.division_id)
        JOIN people p ON p.id = g.person_id AND ${ACTIVE}`,
});

const WANTS_ALL = `EXISTS (SELECT 1 FROM notice_preferences np
  WHERE np.person_id = p.id AND np.topic = $2 AND np.scope = 'all')`;

const AUTHORS = 'a.created_by, a.updated_by, a.submitted_by';

const APPROVERS_OF_APPLICATION = `SELECT p.id AS person_id, p.email AS address, true AS mailed
  FROM applications a JOIN grants g ON g.role = 'approver' AND g.municipality_code = a.municipality_code
  JOIN people p ON p.id = g.person_id WHERE a.id = $1::uuid AND ${ACTIVE}`;

/** The addressees of each recipient, as SQL on $1 (the 相談 or the subject) and $2 (the topic). Asked when it is told, not when it happened. */
const ADDRESSEES: Record<Recipient, { by: keyof Subject; sql: string }> = {
  // Those who wrote it or let it go; where the desk entered it for the town, everybody of the town.
  town: ofConsultation(`g.municipality_code = c.municipality_code AND (g.role = 'approver'
    OR g.role = 'municipality' AND (p.id IN (c.created_by, c.updated_by) OR c.proxy_channel IS NOT NULL))`),
  author: ofConsultation('p.id = c.created_by'),
  approvers: ofConsultation(`g.municipality_code = c.municipality_code AND g.role = 'approver'`),
  // The owner; nobody owns it yet, or the owner is gone: all of the desk. And those of the desk who asked to be told of every case.
  desk: ofConsultation(`c.team_id IS NULL AND (p.id = c.owner_id
    OR g.role = 'desk' AND NOT EXISTS (SELECT 1 FROM people o WHERE o.id = c.owner_id AND ${active('o')})
    OR g.role IN ('desk', 'manager') AND ${WANTS_ALL})`),
  // The same of 後方支援.
  supporters: ofConsultation(`c.team_id IS NOT NULL AND (p.id = c.owner_id
    OR g.role = 'secretariat' AND NOT EXISTS (SELECT 1 FROM people o WHERE o.id = c.owner_id AND ${active('o')}))`),
  askingTeam: ofConsultation(`p.id IN (SELECT tm.person_id FROM team_members tm
    WHERE tm.team_id = c.team_id AND tm.left_on IS NULL)`),
  managers: ofConsultation(`g.role = 'manager'`),
  ministry: ofMinistry('SELECT ministry_id, division_id FROM inquiries WHERE id = $1::uuid'),
  invitedMinistries: ofMinistry(
    'SELECT ministry_id, NULL::text AS division_id FROM meeting_ministries WHERE meeting_id = $1::uuid',
  ),
  actionOwner: {
    by: 'subject_id',
    sql: `SELECT p.id AS person_id, p.email AS address, true AS mailed FROM action_items a JOIN people p ON p.id = a.owner_id
          WHERE a.id = $1::uuid AND ${ACTIVE}
          UNION
          SELECT NULL, mi.mailbox, true FROM action_items a JOIN ministries mi ON mi.id = a.ministry_id WHERE a.id = $1::uuid
          UNION
          SELECT p.id, p.email, true FROM action_items a JOIN consultations c ON c.id = a.consultation_id
          JOIN people p ON p.id = CASE a.owner_kind WHEN 'desk' THEN c.owner_id WHEN 'town' THEN c.created_by END
          WHERE a.id = $1::uuid AND a.owner_id IS NULL AND ${ACTIVE}`,
  },
  searcher: {
    by: 'subject_id',
    sql: `SELECT p.id AS person_id, p.email AS address, true AS mailed
          FROM saved_searches s JOIN people p ON p.id = s.person_id WHERE s.id = $1::uuid AND ${ACTIVE}`,
  },
  // Who wrote and handed in an 応募; of a town, whoever lets things leave the office too.
  applicants: {
    by: 'subject_id',
    sql: `SELECT p.id AS person_id, p.email AS address, true AS mailed FROM applications a JOIN people p
            ON p.id IN (a.created_by, a.updated_by, a.submitted_by)
          WHERE a.id = $1::uuid AND ${ACTIVE}
          UNION ${APPROVERS_OF_APPLICATION}`,
  },
  applicationApprovers: { by: 'subject_id', sql: APPROVERS_OF_APPLICATION },
  secretariat: {
    by: 'subject_id',
    sql: `SELECT DISTINCT p.id AS person_id, p.email AS address, true AS mailed
          FROM people p JOIN grants g ON g.person_id = p.id AND g.role = 'secretariat' WHERE ${ACTIVE} AND $1::text IS NOT NULL`,
  },
  // The subject is the team.
  teamMembers: {
    by: 'subject_id',
    sql: `SELECT p.id AS person_id, p.email AS address, true AS mailed FROM team_members tm JOIN people p ON p.id = tm.person_id
          WHERE tm.team_id = $1::uuid AND tm.left_on IS NULL AND ${ACTIVE}`,
  },
  // Who wrote the 応募 of the town; are they gone, whoever writes for the town now.
  teamTown: {
    by: 'subject_id',
    sql: `SELECT DISTINCT p.id AS person_id, p.email AS address, true AS mailed
          FROM teams t JOIN applications a ON a.id = t.application_id
          JOIN grants g ON g.municipality_code = t.municipality_code AND g.role IN ('municipality', 'approver')
          JOIN people p ON p.id = g.person_id
          WHERE t.id = $1::uuid AND t.ended_at IS NULL AND ${ACTIVE} AND (p.id IN (${AUTHORS}) OR NOT EXISTS (
            SELECT 1 FROM people w JOIN grants wg ON wg.person_id = w.id AND wg.municipality_code = t.municipality_code
            WHERE w.id IN (${AUTHORS}) AND ${active('w')}))`,
  },
  // The subject is a membership.
  formerMember: {
    by: 'subject_id',
    sql: `SELECT p.id AS person_id, p.email AS address, true AS mailed FROM team_members tm JOIN people p ON p.id = tm.person_id
          WHERE tm.id = $1::uuid AND ${ACTIVE}`,
  },
  superior: {
    by: 'subject_id',
    sql: `SELECT NULL::uuid AS person_id, address, true AS mailed FROM consents WHERE id = $1::uuid AND ended_at IS NULL`,
  },
  // Who wrote the 応募 and still writes for the town, and whoever lets things leave the office.
  surveyedTown: {
    by: 'subject_id',
    sql: `SELECT DISTINCT p.id AS person_id, p.email AS address, true AS mailed FROM team_survey_invitations i
          JOIN teams t ON t.id = i.team_id JOIN applications a ON a.id = t.application_id
          JOIN grants g ON g.municipality_code = t.municipality_code AND g.role IN ('municipality', 'approver')
          JOIN people p ON p.id = g.person_id AND (g.role = 'approver' OR p.id IN (a.created_by, a.updated_by, a.submitted_by))
          WHERE i.id = $1::uuid AND i.member_id IS NULL AND ${ACTIVE}`,
  },
  surveyedOfficer: {
    by: 'subject_id',
    sql: `SELECT p.id AS person_id, p.email AS address, true AS mailed FROM team_survey_invitations i
          JOIN team_members tm ON tm.id = i.member_id AND tm.left_on IS NULL JOIN people p ON p.id = tm.person_id
          WHERE i.id = $1::uuid AND ${ACTIVE}`,
  },
  person: {
    by: 'subject_id',
    sql: `SELECT id AS person_id, email AS address, true AS mailed FROM people
          WHERE id = $1::uuid AND disabled_at IS NULL`,
  },
};

/** Of these no deputy hears. */
const PERSONAL: readonly NoticeTopic[] = ['account', 'search'];
/** Whose link nobody else may hold: the answer behind it is the person's own. */
const OWN: readonly Recipient[] = ['surveyedOfficer'];

/**
 * @param topic what kind of news it is: some people asked for all of a kind
 * @param day whoever is away on it is heard by a deputy too, and gets no mail; what is personal stays so
 */
export async function addresseesOf(
  db: EntityManager,
  to: Recipient,
  subject: Subject,
  topic: NoticeTopic,
  day: string,
): Promise<Addressee[]> {
  const { by, sql } = ADDRESSEES[to];
  const addressees: Addressee[] = await db.query(
    `SELECT a.*, NULL AS on_behalf_of FROM (${sql}) a WHERE address IS NOT NULL ORDER BY address, person_id`,
    sql.includes('$2') ? [subject[by], topic] : [subject[by]],
  );
  return PERSONAL.includes(topic) || OWN.includes(to) ? addressees : withDeputies(db, addressees, day);
}

async function withDeputies(db: EntityManager, addressees: Addressee[], day: string): Promise<Addressee[]> {
  const people = addressees.flatMap(({ person_id, mailed }) => (person_id && mailed ? person_id : []));
  const deputies = [...(await standIns(db, people, day))].filter(([absent, deputy]) => absent !== deputy);
  if (deputies.length === 0) return addressees;
  const absent = new Map(deputies);
  const present = addressees.map((one) =>
    absent.has(one.person_id ?? '') ? { ...one, mailed: false, away: true } : one,
  );
  const added: Addressee[] = await db.query(
    `SELECT DISTINCT ON (p.id) p.id AS person_id, p.email AS address, true AS mailed, d.absent AS on_behalf_of
     FROM unnest($1::uuid[], $2::uuid[]) AS d (absent, deputy) JOIN people p ON p.id = d.deputy
     WHERE p.id <> ALL ($3) ORDER BY p.id, d.absent`,
    [[...absent.keys()], [...absent.values()], people],
  );
  return [...present, ...added];
}

import type { EntityManager } from 'typeorm';
import type { Recipient } from './mail-for.js';

/** The event a mail follows, as far as the post needs it. */
export interface MailedEvent {
  id: string;
  type: string;
  consultation_id: string | null;
  subject_id: string;
  data: Record<string, string | null>;
}

const ofConsultation = (condition: string) => ({
  by: 'consultation_id' as const,
  sql: `SELECT DISTINCT p.email AS address FROM consultations c CROSS JOIN people p JOIN grants g ON g.person_id = p.id
        WHERE c.id = $1 AND p.disabled_at IS NULL AND p.password_hash IS NOT NULL AND (${condition})`,
});

/** The addresses of each recipient, as SQL on $1. Asked when the mail is made, not when the event happened. */
const ADDRESSES: Record<Recipient, { by: 'consultation_id' | 'subject_id'; sql: string }> = {
  // Those who wrote it or let it go; where the desk entered it for the town, everybody of the town.
  town: ofConsultation(`g.municipality_code = c.municipality_code AND (g.role = 'approver'
    OR g.role = 'municipality' AND (p.id IN (c.created_by, c.updated_by) OR c.proxy_channel IS NOT NULL))`),
  author: ofConsultation('p.id = c.created_by'),
  approvers: ofConsultation(`g.municipality_code = c.municipality_code AND g.role = 'approver'`),
  desk: ofConsultation(`CASE WHEN c.owner_id IS NULL THEN g.role = 'desk' ELSE p.id = c.owner_id END`),
  managers: ofConsultation(`g.role = 'manager'`),
  ministry: {
    by: 'subject_id',
    sql: `SELECT coalesce(d.mailbox, mi.mailbox) AS address FROM inquiries i
          JOIN ministries mi ON mi.id = i.ministry_id LEFT JOIN divisions d ON d.id = i.division_id
          WHERE i.id = $1::uuid`,
  },
  invitedMinistries: {
    by: 'subject_id',
    sql: `SELECT mi.mailbox AS address FROM meeting_ministries mm JOIN ministries mi ON mi.id = mm.ministry_id
          WHERE mm.meeting_id = $1::uuid`,
  },
  person: { by: 'subject_id', sql: 'SELECT email AS address FROM people WHERE id = $1::uuid AND disabled_at IS NULL' },
};

export async function addressesOf(db: EntityManager, to: Recipient, event: MailedEvent): Promise<string[]> {
  const { by, sql } = ADDRESSES[to];
  const rows: { address: string }[] = await db.query(`${sql} ORDER BY 1`, [event[by]]);
  return rows.map(({ address }) => address);
}

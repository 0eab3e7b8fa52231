import type { DataSource, EntityManager } from 'typeorm';
import { nextNumber } from '../consultations/number-series.js';
import { fiscalYear } from '../contract/calendar.js';
import type { ReplySettings } from '../contract/replies.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import type { ReplyEntity } from './reply.entity.js';

/** A reply without a number of its own is a 事務連絡 (domain.md §8). */
const WITHOUT_NUMBER = '事務連絡';
const SERIAL = '{serial}';

/** Gives the reply its 文書番号, date and addressees. From here on it cannot be changed. */
export async function issue(
  tx: EntityManager,
  reply: ReplyEntity,
  settings: ReplySettings,
  { now, today }: { now: Date; today: string },
): Promise<void> {
  const year = fiscalYear(today);
  const numbered = settings.numberPattern.includes(SERIAL);
  const serial = numbered ? await nextNumber(tx, 'document', year) : null;
  await tx.save(
    Object.assign(reply, {
      state: 'approved' as const,
      addressees: await addresseesOf(tx, reply.consultationId, settings.addressee),
      documentNumber: settings.numberPattern.replace(SERIAL, String(serial)) || WITHOUT_NUMBER,
      documentYear: year,
      documentSerial: serial,
      issuedOn: today,
      issuedAt: now,
    }),
  );
}

const HEAD = `m.name || CASE m.kind WHEN 'prefecture' THEN '知事' ELSE '長' END`;

/** Tells every ministry that answered or was asked, once for each of its divisions, that a copy may be read. */
export async function copyToMinistries(tx: EntityManager, actor: Actor, reply: ReplyEntity): Promise<void> {
  const inquiries: { id: string; ministry_id: string }[] = await tx.query(
    `SELECT DISTINCT ON (ministry_id, division_key) id, ministry_id FROM inquiries
     WHERE consultation_id = $1 AND state <> 'cancelled' ORDER BY ministry_id, division_key, asked_at DESC, id`,
    [reply.consultationId],
  );
  for (const { id, ministry_id } of inquiries) {
    const { consultationId } = reply;
    const data = { replyId: reply.id };
    const whom = { audience: 'ministry' as const, ministryId: ministry_id };
    await record(tx, { type: 'reply.copy', subjectId: id, consultationId, actor, ...whom, data });
  }
}

/** 団体 → 御中, 首長 → 様; of a joint カルテ, every member. A town bears its prefecture's name. */
export async function addresseesOf(
  db: DataSource | EntityManager,
  consultationId: string,
  style: ReplySettings['addressee'],
): Promise<string[]> {
  const name = style === 'head' ? `${HEAD} || ' 様'` : `m.name || ' 御中'`;
  const rows: { addressee: string }[] = await db.query(
    `SELECT CASE WHEN m.kind = 'prefecture' THEN '' ELSE m.prefecture_name END || ${name} AS addressee
     FROM municipalities m
     JOIN (SELECT municipality_code AS code, 0 AS rank FROM consultations WHERE id = $1
           UNION ALL SELECT municipality_code, 1 FROM consultation_members WHERE consultation_id = $1) named USING (code)
     ORDER BY rank, m.code`,
    [consultationId],
  );
  return rows.map(({ addressee }) => addressee);
}

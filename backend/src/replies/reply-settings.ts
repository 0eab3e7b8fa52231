import type { DataSource, EntityManager } from 'typeorm';
import type { ReplySettings } from '../contract/replies.js';

const COLUMNS = `s.version, s.approval_steps AS "approvalSteps", s.number_pattern AS "numberPattern", s.addressee, s.sender,
  s.seal_omitted AS "sealOmitted", s.contact_name AS "contactName", s.contact_tel AS "contactTel",
  s.contact_email AS "contactEmail"`;

/** The settings in force, or those of the version a reply was issued under. */
export async function settingsOf(
  db: DataSource | EntityManager,
  version: number | null = null,
): Promise<ReplySettings> {
  const [settings]: ReplySettings[] = await db.query(
    `SELECT ${COLUMNS} FROM reply_settings s WHERE $1::int IS NULL OR s.version = $1 ORDER BY s.version DESC LIMIT 1`,
    [version],
  );
  if (!settings) throw new Error('there are no reply settings: the migrations have not run');
  return settings;
}

import { createInterface } from 'node:readline/promises';
import type { DataSource } from 'typeorm';
import { loadDemoAccounts } from './demo/accounts.js';
import { record } from './events/record.js';
import type { Config } from './platform/config.js';

/** On the very first start: the people of the demo, or an invitation to the first administrator. */
export async function letInFirstPeople(db: DataSource, config: Config, flags: readonly string[]): Promise<void> {
  const [{ none }]: [{ none: boolean }] = await db.query('SELECT NOT EXISTS (SELECT 1 FROM people) AS none');
  if (!none) return;
  if (config.ADMIN_EMAIL) return inviteAdministrator(db, config.ADMIN_EMAIL);
  if (await wantsDemo(config, flags)) return loadDemoAccounts(db, config.DATA_DIR);
  console.warn(
    '利用者がまだいません。ADMIN_EMAIL に最初の管理者のメールアドレスを設定して、もう一度起動してください。',
  );
}

async function wantsDemo({ MUSUBI_MODE }: Config, flags: readonly string[]): Promise<boolean> {
  if (MUSUBI_MODE !== 'demo' || flags.includes('--no-demo')) return false;
  if (flags.includes('--demo') || !process.stdin.isTTY) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('デモのデータを入れますか。[Y/n] ');
  terminal.close();
  return !/^n/i.test(answer.trim());
}

async function inviteAdministrator(db: DataSource, email: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [{ id }]: [{ id: string }] = await tx.query(
      `INSERT INTO people (email, name) VALUES (lower($1), '管理者') RETURNING id`,
      [email],
    );
    await tx.query(`INSERT INTO grants (person_id, role) VALUES ($1, 'admin')`, [id]);
    const [link]: { id: string }[] = await tx.query(
      `INSERT INTO one_time_links (person_id, purpose, expires_at) VALUES ($1, 'invitation', now() + interval '14 days') RETURNING id`,
      [id],
    );
    await record(tx, { type: 'person.invite', subjectId: id, actor: { id: null }, data: { linkId: link?.id } });
  });
}

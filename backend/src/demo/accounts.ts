import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { type Grant, ROLE_LABEL, type Role } from '../contract/identity.js';
import { hashPassword } from '../identity/passwords.js';
import { readSeed } from '../platform/seed.js';

interface DemoAccounts {
  password: string;
  accounts: { email: string; name: string; kana: string; grants: (Partial<Grant> & { role: Role })[] }[];
}

/** People of the demo, who share one known password, and the list of them that the start shows. */
export async function loadDemoAccounts(db: DataSource, dataDir: string): Promise<void> {
  const { password, accounts } = await readSeed<DemoAccounts>('demo-accounts.json');
  const passwordHash = await hashPassword(password);
  await db.transaction(async (tx) => {
    for (const { email, name, kana, grants } of accounts) {
      const [{ id }]: [{ id: string }] = await tx.query(
        'INSERT INTO people (email, name, kana, password_hash) VALUES ($1, $2, $3, $4) RETURNING id',
        [email, name, kana, passwordHash],
      );
      for (const { role, municipalityCode, ministryId, divisionId } of grants) {
        await tx.query(
          'INSERT INTO grants (person_id, role, municipality_code, ministry_id, division_id) VALUES ($1, $2, $3, $4, $5)',
          [id, role, municipalityCode ?? null, ministryId ?? null, divisionId ?? null],
        );
      }
    }
  });
  const shown = accounts.map(({ email, name, grants }) => ({
    email,
    password,
    label: `${name}（${grants.map(({ role }) => ROLE_LABEL[role]).join('、')}）`,
  }));
  writeFileSync(join(dataDir, 'demo-accounts.json'), JSON.stringify(shown, null, 2));
}

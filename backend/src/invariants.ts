import 'reflect-metadata';
import { violations } from './audit/invariants.js';
import { createDataSource } from './database.js';
import { command } from './platform/command.js';

/** Prints what must never be true and is, then the count. Exit code 1 when there is any. */
await command(async (config) => {
  const db = await createDataSource(config.DATABASE_URL).initialize();
  const found = await violations(db);
  await db.destroy();
  for (const { invariant, rows } of found) console.log(`${invariant}: ${rows.join(', ')}`);
  console.log(`${found.length} violations`);
  if (found.length > 0) process.exitCode = 1;
});

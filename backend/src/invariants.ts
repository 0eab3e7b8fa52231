import 'reflect-metadata';
import { violations } from './audit/invariants.js';
import { createDataSource } from './database.js';
import { databaseUrl } from './platform/config.js';

/** Prints what must never be true and is, then the count. Exit code 1 when there is any. */
const db = await createDataSource(databaseUrl()).initialize();
const found = await violations(db);
await db.destroy();
for (const { invariant, rows } of found) console.log(`${invariant}: ${rows.join(', ')}`);
console.log(`${found.length} violations`);
if (found.length > 0) process.exitCode = 1;

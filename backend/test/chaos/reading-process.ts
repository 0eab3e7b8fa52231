import { Clock } from '../../src/calendar/clock.js';
import { createDataSource } from '../../src/database.js';
import { ReadAttachments } from '../../src/karte/file-texts/read-attachments.job.js';
import { SourceFileReader } from '../file-reader.js';

/** The job that reads 添付資料, once, as a process of its own. */
const db = await createDataSource(process.env.DATABASE_URL ?? '').initialize();
await new ReadAttachments(db, new Clock(), new SourceFileReader()).run();
await db.destroy();

// Takes a job and never finishes it: jobs.spec.ts kills this process in the middle.
import { createPostgresBackend, createRedisBackend, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

const { DATABASE_URL, REDIS_URL } = process.env;
const connection = REDIS_URL
  ? new Redis(REDIS_URL, { maxRetriesPerRequest: null })
  : new pg.Pool({ connectionString: DATABASE_URL, options: '-c search_path=bullmq' });
const hang = () => {
  console.log('taken');
  return new Promise(() => {});
};
// The interval is that of our worker: a check, even a dead worker's, keeps others from checking until it is over.
new Worker(
  'jobs',
  hang,
  { connection, lockDuration: 1000, stalledInterval: 2000 },
  REDIS_URL ? createRedisBackend : createPostgresBackend,
);

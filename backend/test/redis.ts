import { redisInstalled } from '../../infra/redis.mjs';

/** The places where the queue can live here. On CI Redis must be one of them: nothing may be skipped there. */
export function queueBackends(): ('PostgreSQL' | 'Redis')[] {
  if (redisInstalled()) return ['PostgreSQL', 'Redis'];
  if (process.env.CI) throw new Error('redis-server is not installed: on CI the job tests must run on Redis too');
  console.warn('SKIPPED: redis-server is not installed, so the job tests run on PostgreSQL only.');
  return ['PostgreSQL'];
}

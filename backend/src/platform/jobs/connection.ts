import {
  type BackendFactory,
  createPostgresBackend,
  createRedisBackend,
  type RedisQueueBackend,
  runMigrations,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { type Config, ConfigError } from '../config.js';

/** Where the queue lives: what BullMQ's classes need, and how to let go of it. */
export interface QueueConnection {
  connection: object;
  factory: BackendFactory<RedisQueueBackend>;
  end(): Promise<unknown>;
}

/** The queue lives in our own PostgreSQL, or in Redis when REDIS_URL is set. */
export function connect(config: Pick<Config, 'DATABASE_URL' | 'REDIS_URL'>): Promise<QueueConnection> {
  return config.REDIS_URL ? redis(config.REDIS_URL) : postgres(config.DATABASE_URL);
}

async function postgres(url: string): Promise<QueueConnection> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    keepAlive: true,
    options: '-c search_path=bullmq',
  });
  pool.setMaxListeners(100);
  // A connection that is cut while it is lent also fails its query; its own event has no listener then and would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', () => {}); // the same for those that are idle; each queue and worker reports them
  try {
    await migrate(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  // The type parameter of the factory says Redis by default; at run time every backend has the same shape.
  return {
    connection: pool,
    factory: createPostgresBackend as unknown as QueueConnection['factory'],
    end: () => pool.end(),
  };
}

async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
}

async function redis(url: string): Promise<QueueConnection> {
  const client = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: null,
    disconnectTimeout: 500,
  });
  client.on('error', () => {}); // each queue and worker reports the errors of its connection
  try {
    await client.connect();
  } catch {
    client.disconnect();
    throw new ConfigError(['REDIS_URL: Redis に接続できません。Redis が動いているか、アドレスを確認してください。']);
  }
  return {
    connection: client,
    factory: createRedisBackend,
    end: () => client.quit(),
  };
}

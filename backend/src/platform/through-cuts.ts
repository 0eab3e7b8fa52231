import { setTimeout as wait } from 'node:timers/promises';

const ATTEMPTS = 10;
const PAUSE_MS = 500;
/** PostgreSQL's classes 57P (the server ended the connection, or is starting) and 08 (the connection broke). */
const CODES = /^(57P0[123]|08\w{3}|ECONNREFUSED|ECONNRESET|EPIPE)$/;
/** What pg says, without a code, when it finds the connection gone. */
const WORDS = /^Connection terminated|^Client (was closed|has encountered a connection error)/;

/**
 * Does what a process needs at its start, and does it anew when the connection to the database broke under it: a desk
 * that restarts while its database does comes up by itself. Only for work that may happen twice.
 * @throws any other error at once, and the broken connection after some five seconds
 */
export async function throughCuts<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isCut(error)) throw error;
      await wait(PAUSE_MS);
    }
  }
}

function isCut(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return CODES.test(String(code)) || WORDS.test(String(message));
}

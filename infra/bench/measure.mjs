// One workload: first answers checked, then both sides in turn, several rounds, medians.
import { setTimeout as wait } from 'node:timers/promises';
import { fire } from './fire.mjs';

export const CONNECTIONS = [1, 16];
const CHECKED = 20;
/** The part of its full speed that a program reaches with one connection, roughly. */
const ALONE = 0.3;

export const median = (values) => {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Requests in turn, from the first again after the last. */
const inTurn = (requests) => {
  let i = 0;
  return () => requests[i++ % requests.length];
};

/** Reads are checked on both sides with one request; a write that can be done once goes to each side in turn. */
export async function verify({ requests, check, once }, origins, db) {
  const chosen = requests.slice(0, CHECKED);
  for (const [i, request] of chosen.entries()) {
    const sides = once ? [Object.keys(origins)[i % 2]] : Object.keys(origins);
    const answers = await Promise.all(sides.map(async (side) => [side, await ask(origins[side], request)]));
    try {
      await check(Object.fromEntries(answers), request, db);
    } catch (error) {
      throw new Error(`${request.method ?? 'GET'} ${request.path} is not answered as expected: ${error.message}`, {
        cause: error,
      });
    }
  }
}

async function ask(origin, { method, path, headers, body }) {
  const answer = await fetch(origin + path, { method, headers, body });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method ?? 'GET'} ${origin}${path}: ${answer.status} ${text.slice(0, 300)}`);
  return text ? JSON.parse(text) : undefined;
}

/**
 * Answers { rates: { ours: { 1: …, 16: … }, floor: … }, p99: …, errors }. `restore` is called before each turn and
 * makes the database what it was.
 */
export async function measure(
  workload,
  origins,
  { seconds, rounds, restore = async () => {}, connections = CONNECTIONS },
) {
  const turns = [];
  const rates = {}; // of the warm-up: how many requests a turn may need
  for (const side of Object.keys(origins)) {
    await restore();
    const { rate } = await turn(workload, origins[side], { connections: 16, seconds: Math.min(2, seconds) });
    rates[side] = rate;
  }
  for (let round = 0; round < rounds; round++) {
    for (const at of connections) {
      const sides = round % 2 === 0 ? ['ours', 'floor'] : ['floor', 'ours'];
      for (const side of sides.filter((one) => origins[one])) {
        await restore();
        const result = await turn(workload, origins[side], { connections: at, seconds, expected: rates[side] });
        turns.push({ side, at, ...result });
      }
    }
  }
  const over = (side, key) =>
    Object.fromEntries(
      connections.map((at) => [
        at,
        median(turns.filter((one) => one.side === side && one.at === at).map((one) => one[key])),
      ]),
    );
  const each = (key) => Object.fromEntries(Object.keys(origins).map((side) => [side, over(side, key)]));
  return { rates: each('rate'), p99: each('p99'), errors: turns.reduce((sum, { errors }) => sum + errors, 0) };
}

/** What can be done only once with each request stops when the requests are used up. */
async function turn({ requests, once }, origin, { connections, seconds, expected = 500 }) {
  await wait(200);
  const likely = Math.ceil(expected * seconds * (connections === 1 ? ALONE : 1));
  const amount = once ? Math.min(requests.length, Math.max(likely, connections)) : undefined;
  return fire({ origin, connections, seconds, amount, next: inTurn(requests) });
}

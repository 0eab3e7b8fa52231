// What the caller of `npm run chaos:reminders` may choose.
import { parseArgs } from 'node:util';
import { Failure } from '../failure.mjs';

const USAGE = 'npm run chaos:reminders -- [--reminders N] [--kills N] [--redis] [--seed N]';

export function readOptions(args = process.argv.slice(2)) {
  const text = { type: 'string' };
  const options = { reminders: text, kills: text, seed: text, redis: { type: 'boolean', default: false } };
  try {
    const { values } = parseArgs({ args, options });
    return {
      reminders: whole(values.reminders ?? '500', 20),
      kills: whole(values.kills ?? '10', 0),
      seed: whole(values.seed ?? '1', 0),
      redis: values.redis,
    };
  } catch (error) {
    throw new Failure(`使い方: ${USAGE}`, error.message);
  }
}

function whole(value, least) {
  const number = Number(value);
  if (!Number.isInteger(number) || number < least) throw new Error(`a whole number from ${least}: ${value}`);
  return number;
}

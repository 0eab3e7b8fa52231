// What the caller of `npm run bench` may choose.
import { parseArgs } from 'node:util';
import { Failure } from '../failure.mjs';

const PARTS = ['requests', 'growth', 'page', 'jobs', 'start', 'matching', 'suggestions'];
const FULL = { cases: 100_000, seconds: 10, rounds: 3, parts: PARTS };
const QUICK = { cases: 2000, seconds: 2, rounds: 1, parts: ['requests', 'jobs', 'suggestions'] };
/** Parts that `--only` names as it names workloads. */
const ALONE = ['matching', 'suggestions'];
const GROWTH = [1000, 10_000, 100_000];

const USAGE = `npm run bench -- [--cases N] [--seconds S] [--rounds R] [--quick] [--million] [--json] [--write]
                 [--parts ${PARTS.join(',')}] [--only W1,W2,… | ${ALONE.join(' | ')}]`;

export function readOptions(args = process.argv.slice(2)) {
  const { values } = parse(args);
  const usual = values.quick ? QUICK : FULL;
  const cases = whole('cases', values.cases, usual.cases, 1000);
  const parts = values.parts?.split(',') ?? (ALONE.includes(values.only) ? [values.only] : usual.parts);
  const unknown = parts.find((part) => !PARTS.includes(part));
  if (unknown) throw wrong(`--parts ${unknown}`);
  return {
    cases,
    seconds: whole('seconds', values.seconds, usual.seconds, 1),
    rounds: whole('rounds', values.rounds, usual.rounds, 1),
    parts,
    only: values.only?.split(','),
    sizes: [...GROWTH.filter((size) => size <= cases), ...(values.million ? [1_000_000] : [])],
    quick: values.quick,
    json: values.json,
    write: values.write,
  };
}

function parse(args) {
  const text = { type: 'string' };
  const flag = { type: 'boolean', default: false };
  const options = {
    cases: text,
    seconds: text,
    rounds: text,
    parts: text,
    only: text,
    quick: flag,
    million: flag,
    json: flag,
    write: flag,
  };
  try {
    return parseArgs({ args, options });
  } catch (error) {
    throw wrong(error.message);
  }
}

function whole(name, given, usual, least) {
  const number = given === undefined ? usual : Number(given);
  if (Number.isInteger(number) && number >= least) return number;
  throw wrong(`--${name} ${given}`);
}

const wrong = (what) => new Failure(`指定が正しくありません：${what}\n${USAGE}`, `Not understood: ${what}`);

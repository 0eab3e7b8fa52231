// What the caller of `npm run matching:solve` may choose.
import { parseArgs } from 'node:util';
import { Failure } from '../failure.mjs';

const USAGE = `npm run -s matching:solve -- problem.json [--time S] [--fair] [--settings settings.json]
    [--previous matching.json [--without o0001,o0002] [--moves 3]]
    [--explain m0001] [--why-not m0001:o0001] [--swap o0001:o0002] > matching.json`;

export function readOptions(args = process.argv.slice(2)) {
  const { values, positionals } = parse(args);
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw wrong(file ? more.join(' ') : 'problem.json');
  if (!values.previous && (values.without || values.moves)) throw wrong('--without, --moves → --previous');
  if (values.fair && values.without) throw wrong('--fair + --without');
  return {
    file,
    seconds: number('time', values.time, 0.1),
    fair: values.fair,
    settings: values.settings,
    previous: values.previous,
    without: (values.without ?? []).flatMap((list) => list.split(',')),
    moves: number('moves', values.moves ?? '3', 0),
    explain: values.explain ?? [],
    whyNot: (values['why-not'] ?? []).map((pair) => two('why-not', pair)),
    swap: (values.swap ?? []).map((pair) => two('swap', pair)),
  };
}

function parse(args) {
  const text = { type: 'string' };
  const texts = { type: 'string', multiple: true };
  const options = {
    time: text,
    fair: { type: 'boolean', default: false },
    settings: text,
    previous: text,
    without: texts,
    moves: text,
    explain: texts,
    'why-not': texts,
    swap: texts,
  };
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw wrong(error.message);
  }
}

function number(name, given, least) {
  if (given === undefined) return undefined;
  const value = Number(given);
  if (given.trim() !== '' && Number.isFinite(value) && value >= least && (name !== 'moves' || Number.isInteger(value)))
    return value;
  throw wrong(`--${name} ${given}`);
}

function two(name, pair) {
  const parts = pair.split(':');
  if (parts.length === 2 && parts.every(Boolean)) return parts;
  throw wrong(`--${name} ${pair}`);
}

const wrong = (what) => new Failure(`指定が正しくありません：${what}\n${USAGE}`, `Not understood: ${what}`);

// The memory of processes: PSS, in which what processes share counts once.
import { readdirSync, readFileSync } from 'node:fs';

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // ended meanwhile, or not on Linux
  }
};

const pss = (pid) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024;

/** A process and all below it. */
function family(pid) {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)]);
  const below = (of) => [of, ...parents.filter(([, parent]) => parent === of).flatMap(([child]) => below(child))];
  return below(pid);
}

const parentOf = (pid) => Number(/\) \S (\d+)/.exec(read(`/proc/${pid}/stat`))?.[1]);

/** Name → pid becomes name → MiB, of PostgreSQL with all its connections; null where the system does not tell. */
export function memoryOf(pids) {
  if (process.platform !== 'linux') return null;
  const processes = ([name, pid]) => (name === 'PostgreSQL' ? family(pid) : [pid]);
  const used = (entry) => Math.round(processes(entry).reduce((sum, pid) => sum + pss(pid), 0));
  return Object.fromEntries(Object.entries(pids).map((entry) => [entry[0], used(entry)]));
}

/** The processes below `pid` by a part of their command. */
export function named(pid, parts) {
  const commands = family(pid).map((one) => [one, read(`/proc/${one}/cmdline`).replaceAll('\0', ' ')]);
  const of = (part) => commands.find(([, command]) => command.includes(part) && !command.startsWith('/bin/sh'))?.[0];
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, of(part)]));
}

// Child processes that never outlive us: each hangs on a pipe to this process.
import { spawn } from 'node:child_process';

// When we end, even by kill -9, our end of the pipe closes, `cat` ends and the child is asked to stop.
const GUARD = `signal=$1; shift
exec 4<&0; "$@" </dev/null 3>&- 4<&- & child=$!
echo $child >&3; exec 3>&-
(cat <&4 >/dev/null; kill -$signal $child) 2>/dev/null & watch=$!
exec 4<&- 2>/dev/null; wait $child; code=$?; kill $watch; exit $code`;

/**
 * Starts a program in a session of its own, so that Ctrl-C reaches only us and we choose the order of the end.
 * Answers { child, exited, stop() }; `stop` asks with `signal` and insists after `patience` milliseconds.
 */
export function spawnGuarded(
  command,
  { signal = 'TERM', patience = 15_000, stdout = 'inherit', stderr = 'inherit', ...options },
) {
  const child = spawn('/bin/sh', ['-c', GUARD, 'guard', signal, ...command], {
    ...options,
    detached: true,
    stdio: ['pipe', stdout, stderr, 'pipe'],
  });
  let pid;
  child.stdin.on('error', () => {});
  child.stdio[3].on('data', (text) => {
    pid ??= Number(text);
  });
  const exited = new Promise((done) => {
    child.once('error', (error) => done({ error }));
    child.once('exit', (code) => {
      child.stdin.destroy();
      done({ code });
    });
  });
  const insist = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  };
  const stop = async () => {
    child.stdin.end();
    const impatience = setTimeout(insist, patience);
    const result = await exited;
    clearTimeout(impatience);
    return result;
  };
  return { child, pid: () => pid, exited, stop };
}

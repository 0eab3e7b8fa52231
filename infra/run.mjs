import { spawn } from 'node:child_process';

const children = new Set();
process.on('exit', () => children.forEach((child) => void child.kill()));

/** Runs a program to its end and answers its exit code. `quiet` shows its output only when it failed. */
export const run = ([program, ...args], { quiet = false, ...options } = {}) =>
  new Promise((done, failed) => {
    const child = spawn(program, args, { stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit', ...options });
    const said = [];
    children.add(child);
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => said.push(text));
    child.once('error', failed).once('close', (code) => {
      children.delete(child);
      if (code !== 0) process.stderr.write(Buffer.concat(said));
      done(code);
    });
  });

import { spawn } from 'node:child_process';

/** Runs a program to its end, in our terminal. Answers its exit code. */
export const run = ([program, ...args], options = {}) =>
  new Promise((done, failed) => {
    spawn(program, args, { stdio: 'inherit', ...options })
      .once('error', failed)
      .once('exit', (code) => done(code));
  });

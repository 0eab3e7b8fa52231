import { spawn } from 'node:child_process';

const children = new Set();
process.on('exit', () => children.forEach((child) => void child.kill()));

/** Runs a program to its end, in our terminal. Answers its exit code. */
export const run = ([program, ...args], options = {}) =>
  new Promise((done, failed) => {
    const child = spawn(program, args, { stdio: 'inherit', ...options });
    children.add(child);
    child.once('error', failed).once('exit', (code) => {
      children.delete(child);
      done(code);
    });
  });

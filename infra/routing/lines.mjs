import { readFileSync } from 'node:fs';

/** The objects of a file of JSON lines; a broken line is named. */
export const readLines = (file) =>
  readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((line, at) => ({ line, at: at + 1 }))
    .filter(({ line }) => line.trim())
    .map(({ line, at }) => {
      try {
        return JSON.parse(line);
      } catch (error) {
        throw new Error(`${file}: line ${at} is not JSON`, { cause: error });
      }
    });

// Lets Node run our TypeScript sources as a process of its own: node --import ./from-source.mjs ../../src/worker.ts
import { register } from 'node:module';

register('./source-hooks.mjs', import.meta.url);

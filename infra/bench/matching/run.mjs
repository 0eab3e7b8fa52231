// One search in a process of its own, so that its memory is its own: the task comes in a file, the figures go out as JSON.
import { readFileSync } from 'node:fs';
import { Settings } from '../../../backend/dist/matching/settings.js';
import { Solver } from '../../../backend/dist/matching/solver.js';

const { problem, seconds } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const began = performance.now();
const course = [];
const note = ({ total, bound }) => course.push({ total, bound, at: (performance.now() - began) / 1000 });
const solver = new Solver({ problem, settings: Settings.parse({}), seconds }, note);
const clock = setTimeout(() => solver.end('time'), seconds * 1000);
const { answer } = await solver.outcome;
clearTimeout(clock);
note(answer);
const { teams, ...figures } = answer;
console.log(JSON.stringify({ ...figures, course, memory: process.resourceUsage().maxRSS / 1024 }));

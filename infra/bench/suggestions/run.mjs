// A process with nothing but the suggestions in it: how soon they are ready, what a card takes, what they keep.
import { cardOf } from '../../../backend/dist/routing/card-of-karte.js';
import { readKnowledge } from '../../../backend/dist/routing/knowledge.js';
import { Suggester } from '../../../backend/dist/routing/suggester.js';
import { readLines } from '../../routing/lines.mjs';
import { readable } from '../../routing/predictions.mjs';
import { KAMISHIHORO, KAMIYAMA, NISHIIZU } from '../../walkthrough/kartes.mjs';
import { memoryOf } from '../memory.mjs';

const WARM = 30;
const MEASURED = 90;
const file = process.env.ROUTING_CARDS;

const began = performance.now();
const suggester = new Suggester(await readKnowledge());
const built = performance.now() - began;
const building = process.cpuUsage();
const cards = file
  ? readLines(file).map(readable)
  : [cardOf(KAMISHIHORO, '北海道上士幌町'), cardOf(NISHIIZU, '静岡県西伊豆町'), cardOf(KAMIYAMA, '徳島県神山町')];
const suggest = (times) => Array.from({ length: times }, (_, i) => timed(cards[i % cards.length]));
const timed = (card) => {
  const start = performance.now();
  suggester.suggest(card);
  return performance.now() - start;
};
suggest(WARM);
const processor = process.cpuUsage();
const times = suggest(MEASURED).sort((left, right) => left - right);
const { user, system } = process.cpuUsage(processor);
const figures = {
  cards: cards.length,
  built: built / 1000,
  building: (building.user + building.system) / 1e6,
  median: times[MEASURED >> 1],
  p95: times[Math.ceil(MEASURED * 0.95) - 1],
  processor: (user + system) / 1000 / MEASURED,
  memory: memoryOf({ self: process.pid })?.self,
};
process.stdout.write(JSON.stringify(figures));

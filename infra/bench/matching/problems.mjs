// Rounds for the bench: the same in every run, with wishes and skills about as unevenly spread as in the real calls.
import { randomFrom } from '../../random.mjs';

const FIELDS = {
  tourism: 22,
  industry: 21,
  'town-planning': 19,
  agriculture: 12,
  migration: 12,
  'childcare-education': 9,
  'health-welfare': 8,
  transport: 9,
  disaster: 5,
  environment: 7,
  digital: 8,
  'culture-sports': 6,
};
const MINISTRIES = 26;

export function problemOf({ towns, officers, seed }) {
  const random = randomFrom(seed);
  const below = (limit) => Math.floor(random() * limit);
  const drawn = (weights) => {
    const entries = Object.entries(weights);
    let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of entries) {
      left -= weight;
      if (left < 0) return name;
    }
    return entries.at(-1)[0];
  };
  const prefecture = () => String(1 + below(47)).padStart(2, '0');
  const several = (count, draw) => [...new Set(Array.from({ length: count }, draw))];
  const id = (letter, at) => `${letter}${String(at + 1).padStart(4, '0')}`;
  const municipalities = Array.from({ length: towns }, (_, at) => ({
    id: id('m', at),
    prefecture: prefecture(),
    themes: several(1 + below(4), () => drawn(FIELDS)).map((field, rank) => ({ field, weight: Math.max(1, 3 - rank) })),
  }));
  const homes = Array.from({ length: MINISTRIES }, () => drawn(FIELDS));
  const people = Array.from({ length: officers }, (_, at) => {
    const ministry = Math.floor(random() ** 1.5 * MINISTRIES);
    const excluded = random() < 0.06 ? [id('m', below(towns))] : [];
    const skills = { [homes[ministry]]: 2 + below(2) };
    for (const field of several(below(3), () => drawn(FIELDS))) skills[field] = 1 + below(3);
    return {
      id: id('o', at),
      ministry: `第${ministry + 1}省`,
      grade: drawn({ junior: 5, middle: 7, senior: 3 }),
      skills,
      ties: several(below(3), prefecture),
      localExperience: random() < 0.3,
      preferences: several(below(4), () => id('m', below(towns))).filter((town) => !excluded.includes(town)),
      excluded,
      consent: random() < 0.97,
    };
  });
  return { teamSize: 3, municipalities, officers: people };
}

import { beforeAll, describe, expect, it } from '@jest/globals';
import { testApi } from '../api.js';
import { itIs } from '../clock.js';
import { testDatabase } from '../database.js';
import { asker } from './ask.js';
import { dice } from './dice.js';
import { ROUTES } from './routes/all.js';
import type { Call } from './routes/route.js';
import { maySeeOfYear, readsTeam } from './team-oracle.js';
import { aYearWorld, type Person, type YearFact, type YearWorld } from './team-world.js';
import { wander } from './wanderings.js';
import { wordsOf } from './words-of.js';

const SEED = Number(process.env.LEAK_SEED ?? 20_261_120);
const db = testDatabase();
const api = testApi(db);
const ask = asker(api);
const throws = dice(SEED);
const LONG = 240_000;
let world: YearWorld;
let byMarker: Map<string, YearFact>;

beforeAll(async () => {
  itIs('2026-11-20T09:00');
  world = await aYearWorld(db());
  byMarker = new Map(world.facts.map((fact) => [fact.marker, fact]));
}, LONG);

const seen = new Set<string>();
let requests = 0;

const rolesOf = ({ grants }: Person) =>
  grants.map(({ role, municipalityCode, ministryId }) =>
    [role, municipalityCode, ministryId].filter(Boolean).join(':'),
  );

/** Asks, and gives what the answer holds that it should not. */
async function leaks(person: Person, route: string, call: Call): Promise<string[]> {
  const answer = await ask(person, route, call);
  requests += 1;
  const words = await wordsOf(answer);
  const where = `${rolesOf(person).join(' + ')} · ${route} ${JSON.stringify(call)}`;
  const found = answer.status >= 500 ? [`${answer.status} · ${where}`] : [];
  for (const marker of new Set(words.match(/MK\d{5}Q/g))) {
    const fact = byMarker.get(marker);
    if (!fact || Object.values(call.query ?? {}).includes(marker)) continue;
    if (maySeeOfYear(person, fact.told, world.teams)) seen.add(fact.told.kind);
    else found.push(`${fact.told.kind} ${fact.told.team?.roundState ?? ''} · ${where}`);
  }
  const asked = Object.values(call.params ?? {});
  // The trail bears ids only; a shared request for 後方支援 says whose it is.
  const named = route === 'GET /audit' || (route === 'GET /support-requests/{id}' && answer.status === 200);
  for (const team of world.teams)
    if (words.includes(team.id) && !named && !asked.includes(team.id) && !readsTeam(person, team))
      found.push(`that a team in ${team.roundState} exists · ${where}`);
  return found;
}

type Asked = [Person, string, Call];

/** All of it, some at a time: the answers are made by two processes. */
async function askAll(asked: readonly Asked[]): Promise<string[]> {
  const found: string[] = [];
  const left = [...asked];
  const one = async () => {
    for (let next = left.pop(); next; next = left.pop()) found.push(...(await leaks(...next)));
  };
  await Promise.all(Array.from({ length: 6 }, one));
  return found;
}

const GETS = Object.entries(ROUTES).flatMap(([route, { to }]) =>
  route.startsWith('GET ') && to !== 'anybody' ? [route] : [],
);
/** What the beginning of an address leads to. */
const kindOf = (route: string) => (route.includes('{') ? (route.split('/')[1] ?? '') : '');

describe('what people are told of 伴走支援', () => {
  it(
    'is within their scope, thing by thing and page by page',
    async () => {
      const asked: Asked[] = [];
      for (const person of world.people)
        for (const route of GETS)
          for (const id of new Set(world.cases.flatMap(({ objects }) => objects[kindOf(route)] ?? [])))
            if (!/\.(pdf|docx|xlsx)$/.test(route) || throws.chance(0.25))
              asked.push([person, route, { params: { id, other: id } }]);
      expect(await askAll(asked)).toEqual([]);
    },
    LONG,
  );

  it(
    'is within their scope, wherever else they look',
    async () => {
      const asked: Asked[] = [];
      for (const person of world.people)
        for (const route of GETS) {
          const call = wander(throws, world, route);
          if (call && world.cases.every(({ objects }) => !objects[kindOf(route)])) asked.push([person, route, call]);
        }
      expect(await askAll(asked)).toEqual([]);
    },
    LONG,
  );

  it('is nothing in public but towns, ministries and names', async () => {
    const rounds = new Set(world.cases.flatMap(({ objects }) => objects.rounds ?? []));
    const statuses: number[] = [];
    for (const id of rounds)
      for (const file of ['teams', 'teams.csv']) {
        const { status, text } = await api.nobody.get(`/public/rounds/${id}/${file}`);
        statuses.push(status);
        expect(text).not.toMatch(/MK\d{5}Q/);
      }
    expect(statuses.filter((status) => status === 200)).toHaveLength(2);
  });

  it('was asked for often enough, and everything was seen by somebody but what nobody reads', () => {
    expect(requests).toBeGreaterThan(3000);
    const kinds = [...new Set(world.facts.map(({ told }) => told.kind))];
    expect(kinds.filter((kind) => !seen.has(kind))).toEqual(['unreadAnswer']);
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ConsultationPage } from '../../src/contract/consultations.js';
import type { SearchResult } from '../../src/contract/search.js';
import { testApi } from '../api.js';
import { itIs } from '../clock.js';
import { testDatabase } from '../database.js';
import { asker } from './ask.js';
import { dice } from './dice.js';
import type { Kind } from './facts.js';
import { maySee, reads } from './oracle.js';
import { ROUTES } from './routes/all.js';
import type { Call } from './routes/route.js';
import { wander } from './wanderings.js';
import { wordsOf } from './words-of.js';
import { aWorld, type Fact, type Person, type World } from './world.js';

const SEED = Number(process.env.LEAK_SEED ?? 20_261_120);
const db = testDatabase();
const api = testApi(db);
const ask = asker(api);
const throws = dice(SEED);
let world: World;
let byMarker: Map<string, Fact>;

beforeAll(async () => {
  itIs('2026-11-20T09:00');
  world = await aWorld(db(), throws, { people: 30, cases: 60 });
  byMarker = new Map(world.facts.map((fact) => [fact.marker, fact]));
});

const seen = new Map<string, number>();
let requests = 0;

/** Asks, and gives what the answer holds that it should not. */
async function leaks(person: Person, route: string, call: Call): Promise<string[]> {
  const answer = await ask(person, route, call);
  requests += 1;
  const words = await wordsOf(answer);
  const where = `${person.grants.map(({ role, municipalityCode, ministryId, divisionId }) => [role, municipalityCode, ministryId, divisionId].filter(Boolean).join(':')).join(' + ')} · ${route} ${JSON.stringify(call)}`;
  const found = answer.status >= 500 ? [`${answer.status} · ${where}`] : [];
  for (const marker of new Set(words.match(/MK\d{5}Q/g))) {
    const fact = byMarker.get(marker);
    if (!fact || marker === call.query?.q) continue;
    if (maySee(person, fact.of, fact.told)) seen.set(fact.told.kind, (seen.get(fact.told.kind) ?? 0) + 1);
    else found.push(`${fact.told.kind} of a case in ${fact.of.state} · ${where}`);
  }
  // Administrators read no cases, but numbers: in the trail, and of what a leaving person holds.
  const numbers =
    route === 'GET /audit' ||
    (/^GET \/hand-overs\/\w+\/\{id\}$/.test(route) && person.grants.some(({ role }) => role === 'admin'));
  for (const other of world.cases) {
    const told = words.includes(other.id) || (other.number && words.includes(other.number));
    const asked = Object.values(call.params ?? {}).includes(other.id);
    if (told && !numbers && !asked && !reads(person, other))
      found.push(`that a case in ${other.state} exists · ${where}`);
  }
  if (
    words.includes('"priority"') &&
    !person.grants.some(({ role }) => ['desk', 'manager', 'secretariat'].includes(role))
  ) {
    found.push(`priority · ${where}`);
  }
  return found;
}

const GETS = Object.entries(ROUTES).flatMap(([route, { to }]) =>
  route.startsWith('GET ') && to !== 'anybody' ? [route] : [],
);

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

const LONG = 240_000;

const PAGES = ['/history', '/karte', '/inquiries', '/reply', '/meetings', '/notes', '/submissions'];

describe('what people are told', () => {
  it(
    'is within their scope, wherever they look',
    async () => {
      const asked: Asked[] = [];
      for (const person of world.people) {
        for (const route of GETS) {
          for (let i = 0; i < (/\.(pdf|docx|xlsx)$/.test(route) ? 1 : 4); i += 1) {
            const call = wander(throws, world, route);
            if (call) asked.push([person, route, call]);
          }
        }
      }
      expect(await askAll(asked)).toEqual([]);
    },
    LONG,
  );

  it(
    'is within their scope, case by case and page by page',
    async () => {
      const officer = world.people.find(({ grants }) => grants.some(({ role }) => role === 'desk'));
      const asked = world.people.flatMap((person) =>
        world.cases.flatMap(({ id }) =>
          // One officer of the desk turns every page, so that nothing is left unseen by chance.
          ['', ...(person === officer ? PAGES : [throws.pick(PAGES)])].map(
            (page): Asked => [person, `GET /consultations/{id}${page}`, { params: { id } }],
          ),
        ),
      );
      expect(await askAll(asked)).toEqual([]);
    },
    LONG,
  );

  it(
    'is not told either by what a search finds',
    async () => {
      const found: string[] = [];
      for (const person of world.people) {
        for (let i = 0; i < 10; i += 1) {
          const fact = throws.pick(world.facts);
          const { body } = await ask(person, 'GET /consultations', { query: { q: fact.marker } });
          const searched = await ask(person, 'GET /search', { query: { q: fact.marker } });
          requests += 2;
          if (maySee(person, fact.of, fact.told)) continue;
          if ((body as ConsultationPage).total > 0) found.push(fact.told.kind);
          for (const { kind, total } of (searched.body as SearchResult).groups)
            if (total > 0) found.push(`${fact.told.kind} as ${kind}`);
        }
      }
      expect(found).toEqual([]);
    },
    LONG,
  );

  it(
    'is found by one of those whom it was told, where a search looks',
    async () => {
      const officer = world.people.find(({ grants }) => grants.some(({ role }) => role === 'desk'));
      const finds = async (kind: Kind): Promise<string[]> => {
        const told = world.facts.filter(
          (fact) => fact.told.kind === kind && officer && maySee(officer, fact.of, fact.told),
        );
        const groups = await Promise.all(
          told.slice(0, 20).map(async ({ marker }) => {
            const { body } = await ask(officer as Person, 'GET /search', { query: { q: marker } });
            return (body as SearchResult).groups.filter(({ total }) => total > 0).map((group) => group.kind);
          }),
        );
        return [...new Set(groups.flat())].sort();
      };
      expect(await finds('case')).toEqual(['attachment', 'consultation']);
      expect(await finds('sentAnswer')).toEqual(['answer']);
      expect(await finds('issuedReply')).toEqual(['reply']);
      expect(await finds('draftReply')).toEqual([]);
      expect(await finds('deskNote')).toEqual([]);
    },
    LONG,
  );

  it('was asked for often enough, and everything was seen by somebody', () => {
    expect(requests).toBeGreaterThan(5000);
    const kinds = [...new Set(world.facts.map(({ told }) => told.kind))];
    expect(kinds.filter((kind) => !seen.has(kind))).toEqual([]);
  });
});

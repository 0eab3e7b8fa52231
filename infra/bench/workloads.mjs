// What is asked, of both sides with the same request, and what must be answered.
import assert from 'node:assert/strict';
import { randomFrom } from '../random.mjs';
import { karteOf } from './cases.mjs';
import { COMMON_TERMS, pick, prose, RARE_TERMS } from './words.mjs';

const PAGE = 50;
const COUNTED_UP_TO = 1000;
const OPEN_PAGES_OF = 'inquiring';
const json = (headers, body) => ({
  headers: { ...headers, 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const newestFirst = (left, right) =>
  left.submittedAt < right.submittedAt ? 1 : left.submittedAt > right.submittedAt ? -1 : left.id < right.id ? -1 : 1;
const dueFirst = (left, right) => (left.dueOn + left.id < right.dueOn + right.id ? -1 : 1);

/**
 * `facts`: what was loaded about each case. `desk`, `managers`, `towns`: headers of people who are signed in.
 * Each workload: `requests`, taken in turn, and `check(answers, request)` with the answers of both sides.
 */
export function readings({ facts, desk, managers, size = PAGE }) {
  const random = randomFrom(7);
  const headers = (i) => desk[i % desk.length];
  const found = (term) => facts.filter(({ terms }) => terms.includes(term)).sort(newestFirst);
  const search = (terms) =>
    terms.map((term, i) => ({
      path: `/api/consultations?q=${encodeURIComponent(term)}&size=${PAGE}`,
      headers: headers(i),
      expected: found(term),
    }));
  const numbered = facts.filter(({ submittedAt }) => submittedAt);

  return [
    {
      id: 'W2',
      title: `list of ${size} by state + ministry, by due date`,
      goal: 0.5,
      requests: busiest(facts, 6).map(({ ministry, cases }, i) => ({
        path: `/api/consultations?state=${OPEN_PAGES_OF}&ministry=${ministry}&size=${size}`,
        headers: headers(i),
        expected: cases,
      })),
      check: (sides, { expected }) => samePage(sides, expected, size),
    },
    {
      id: 'W3',
      title: 'one case with history and comments',
      goal: 0.4,
      requests: Array.from({ length: 1000 }, (_, i) => {
        const one = pick(random, numbered);
        return { path: `/api/consultations/${one.id}`, headers: headers(i), expected: one };
      }),
      check: sameCase,
    },
    {
      id: 'W4',
      title: 'search, 2–4 characters, in 1 % of the cases, newest 50',
      goal: 0.5,
      requests: search(COMMON_TERMS),
      check: (sides, { expected }) => samePage(sides, expected, PAGE),
    },
    {
      id: 'W4r',
      title: 'the same, 10 hits in all',
      goal: 0.5,
      requests: search(RARE_TERMS),
      check: (sides, { expected }) => samePage(sides, expected, PAGE),
    },
    {
      id: 'W7',
      title: 'dashboard: state × ministry, mean score',
      goal: 1,
      requests: managers.map((headers) => ({ path: '/api/dashboard', headers, expected: facts })),
      check: sameFigures,
    },
  ];
}

/** The ministries with the most open pages, and those cases in their order. */
function busiest(facts, count) {
  const open = facts.filter(({ state }) => state === OPEN_PAGES_OF).sort(dueFirst);
  return [...new Set(open.flatMap(({ ministries }) => ministries))]
    .map((ministry) => ({ ministry, cases: open.filter(({ ministries }) => ministries.includes(ministry)) }))
    .sort((left, right) => right.cases.length - left.cases.length)
    .slice(0, count);
}

function samePage({ ours, floor }, expected, size) {
  const ids = expected.slice(0, size).map(({ id }) => id);
  for (const side of [ours, floor]) {
    assert.deepEqual(
      side.items.map(({ id }) => id),
      ids,
    );
    assert.equal(Math.min(side.total, COUNTED_UP_TO), Math.min(expected.length, COUNTED_UP_TO));
  }
  assert.deepEqual(
    ours.items.map(({ number, title, municipality }) => [number, title, municipality.label]),
    floor.items.map(({ number, title, municipality }) => [number, title, municipality]),
  );
}

function sameCase({ ours, floor }, { expected }) {
  for (const { id, title, state } of [ours, floor])
    assert.deepEqual({ id, title, state }, { id: expected.id, title: expected.title, state: expected.state });
  assert.ok(ours.recent.length > 0);
  assert.deepEqual(
    ours.recent.map(({ id }) => id),
    floor.history.map(({ id }) => String(id)),
  );
  assert.deepEqual(
    ours.additions.map(({ text }) => text),
    floor.additions.map(({ text }) => text),
  );
}

function sameFigures({ ours, floor }, { expected }) {
  const sorted = (pairs) => Object.fromEntries(pairs.sort());
  const counts = {};
  for (const { state, submittedAt } of expected) if (submittedAt) counts[state] = (counts[state] ?? 0) + 1;
  const wanted = sorted(Object.entries(counts));
  assert.deepEqual(sorted(floor.states.map(({ state, count }) => [state, count])), wanted);
  assert.deepEqual(sorted(ours.states.map(({ state, count }) => [state, count])), wanted);
  const cells = ours.ministries.flatMap(({ ministry, cells }) =>
    cells.map(({ state, count }) => [`${ministry} ${state}`, count]),
  );
  assert.deepEqual(
    sorted(cells.filter(([key]) => !key.startsWith('none '))),
    sorted(floor.ministries.map(({ ministry_id, state, count }) => [`${ministry_id} ${state}`, count])),
  );
  assert.deepEqual([ours.satisfaction.n, ours.satisfaction.mean], [floor.satisfaction.n, floor.satisfaction.mean]);
}

/** The same for what writes. `check` finds out in the database what became of the request. */
export function writings({ facts, desk, towns, fields, owner }) {
  const random = randomFrom(11);
  return [
    {
      id: 'W1',
      title: 'create a カルテ, ~1.5 KB JSON, with its event and outbox row',
      goal: 0.35,
      requests: Array.from({ length: 64 }, (_, i) => {
        const town = towns[i % towns.length];
        const body = { municipalityCode: town.code, karte: shortKarte(random, pick(random, fields)) };
        return { method: 'POST', path: '/api/consultations', ...json(town.headers, body), karte: body.karte };
      }),
      check: async ({ ours, floor }, { karte }, db) => {
        for (const { id } of [ours, floor])
          assert.deepEqual(await madeIn(db, id), { ...karte, events: ['consultation.create'] });
      },
    },
    {
      id: 'W5',
      title: 'a triage step with a comment (lock, policy, event)',
      goal: 0.4,
      once: true,
      requests: facts
        .filter(({ state }) => state === 'checking')
        .map(({ id }, i) => {
          const body = {
            fieldCodes: [pick(random, fields)],
            priority: 'high',
            ownerId: owner,
            ministryIds: [],
            note: prose(random, 100),
          };
          return {
            method: 'POST',
            path: `/api/consultations/${id}/triage`,
            ...json(desk[i % desk.length], body),
            id,
            note: body.note,
          };
        }),
      check: async (_, { id, note }, db) =>
        assert.deepEqual(await triagedIn(db, id), {
          state: 'triaged',
          priority: 'high',
          owner_id: owner,
          notes: [note],
          told: 2,
        }),
    },
  ];
}

/** About 1.5 KB of JSON. */
const shortKarte = (random, field) => ({
  ...karteOf(random, field),
  vision: prose(random, 60),
  situation: prose(random, 120),
});

async function madeIn(db, id) {
  const { rows } = await db.query(
    `SELECT c.karte, ARRAY(SELECT type FROM events e WHERE e.consultation_id = c.id) AS events FROM consultations c WHERE id = $1`,
    [id],
  );
  return { ...rows[0]?.karte, events: rows[0]?.events };
}

async function triagedIn(db, id) {
  const { rows } = await db.query(
    `SELECT state, priority, owner_id, ARRAY(SELECT text FROM notes n WHERE n.consultation_id = c.id AND written_at > '2026-11-21') AS notes,
       (SELECT count(*)::int FROM events e WHERE e.consultation_id = c.id AND e.type IN ('consultation.triage', 'consultation.note')) AS told
     FROM consultations c WHERE id = $1`,
    [id],
  );
  return rows[0];
}

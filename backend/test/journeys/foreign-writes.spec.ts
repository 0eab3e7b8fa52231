import { beforeAll, describe, expect, it } from '@jest/globals';
import { testApi } from '../api.js';
import { itIs } from '../clock.js';
import { testDatabase } from '../database.js';
import { asker } from './ask.js';
import { dice } from './dice.js';
import { reads } from './oracle.js';
import { ROUTES } from './routes/all.js';
import { aScene } from './scene.js';
import { aWorld, type Person, type World, type WorldCase } from './world.js';

const db = testDatabase();
const api = testApi(db);
const ask = asker(api);
const throws = dice(Number(process.env.LEAK_SEED ?? 7));
const LONG = 240_000;

/** Routes that write to something which hangs on a case, each with a body that would do. */
interface Writing {
  route: string;
  kind: string;
  to: readonly string[];
  body: object | undefined;
}

let world: World;
let writings: Writing[];

beforeAll(async () => {
  itIs('2026-11-20T09:00');
  world = await aWorld(db(), throws, { people: 30, cases: 54 });
  const scene = await aScene(db());
  writings = [];
  for (const [route, { to, make, own }] of Object.entries(ROUTES)) {
    const kind = route.split('/')[1] ?? '';
    if (route.startsWith('GET ') || !own || to === 'anybody' || !KINDS.includes(kind)) continue;
    const { body } = (await make?.(scene, 'desk')) ?? {};
    writings.push({ route, kind, to, body });
  }
}, LONG);

const KINDS = ['consultations', 'inquiries', 'meetings', 'action-items', 'attachments'];

/** Every row there is, as one number for each table; only sessions come and go. */
async function everything(): Promise<Record<string, string>> {
  const tables: { name: string }[] = await db().query(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'sessions' ORDER BY 1`,
  );
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const [{ sum }] = await db().query(`SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM ${name} t`);
    sums[name] = sum;
  }
  return sums;
}

/** A thing of this kind that the person may not write to; undefined when there is none. */
function something(person: Person, { kind, to }: Writing): string | undefined {
  // A 宿題 is its owner's to finish, whoever that is: foreign is only the case that the person does not read.
  const mine = kind === 'action-items' || person.grants.some(({ role }) => to.includes(role));
  // What the desk entered for a town it may write, too.
  const entered = (one: WorldCase) => one.proxy && person.grants.some(({ role }) => role === 'desk');
  const foreign = (one: WorldCase) => !entered(one) && (!mine || !reads(person, one));
  const ids = world.cases.filter(foreign).flatMap(({ objects }) => objects[kind] ?? []);
  return ids.length > 0 ? throws.pick(ids) : undefined;
}

describe('writing to what is not one’s own', () => {
  it(
    'is refused, whatever the route, and changes nothing',
    async () => {
      const before = await everything();
      const wrong: string[] = [];
      let requests = 0;
      for (const person of world.people) {
        const roles = person.grants.map(({ role }) => role).join(' + ');
        for (const writing of writings) {
          const id = something(person, writing);
          if (!id) continue;
          const { status } = await ask(person, writing.route, { params: { id }, body: writing.body });
          requests += 1;
          if (status !== 403 && status !== 404) wrong.push(`${status} · ${roles} · ${writing.route}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(await everything()).toEqual(before);
      expect(requests).toBeGreaterThan(1000);
    },
    LONG,
  );
});

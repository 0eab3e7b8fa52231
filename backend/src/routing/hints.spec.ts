import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aConsultation } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aDesk } from '../../test/desk-scene.js';
import type { KarteHints } from '../contract/suggestions.js';

const db = testDatabase();
const api = testApi(db);
let people: Awaited<ReturnType<typeof aDesk>>;
let id: string;

beforeAll(async () => {
  itIs('2026-11-20T10:00');
  people = await aDesk(db());
  ({ id } = await aConsultation(db(), people.town, { state: 'draft' }));
});

const write = (karte: object) =>
  db().query('UPDATE consultations SET karte = $2 WHERE id = $1', [id, JSON.stringify(karte)]);
const hints = (who: keyof typeof people) => api.as(people[who]).get<KarteHints>(`/consultations/${id}/hints`);

describe('help for a カルテ that is being written', () => {
  test.each(['town', 'approver'] as const)(
    'shows the %s measures and good practices with the shared words',
    async (who) => {
      await write({
        title: '診療所に通えない高齢者のためのオンライン診療',
        situation: '診療所まで車で40分かかり、医師が常駐していない。移動診療車で集落を回りたい。',
        elements: [{ content: 'オンライン診療' }],
      });
      const { status, body } = await hints(who);
      expect(status).toBe(200);
      expect(body.measures.length).toBeGreaterThan(0);
      expect(body.practices[0]).toMatchObject({ name: 'モバイルクリニック', places: [{ label: '長野県伊那市' }] });
      expect(body.practices[0]?.words).toContain('オンライン診療');
      expect(body.contexts).toContainEqual(expect.objectContaining({ word: 'オンライン診療', part: 'title' }));
    },
  );

  it('asks kindly for what is missing, and finds nothing where nothing is written', async () => {
    await write({ title: 'まちの活性化' });
    expect((await hints('town')).body.questions.length).toBeGreaterThan(0);
    await write({});
    const { body } = await hints('town');
    expect([body.measures, body.practices, body.similarCases]).toEqual([[], [], []]);
  });

  test.each(['desk', 'manager', 'neighbour', 'meti', 'prefecture', 'admin'] as const)(
    'is not for the %s',
    async (who) => {
      expect([403, 404]).toContain((await hints(who)).status);
    },
  );

  it('keeps nothing', async () => {
    const rows = () =>
      db().query(
        `SELECT (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM suggestion_choices) AS choices, version
         FROM consultations WHERE id = $1`,
        [id],
      );
    const before = await rows();
    await hints('town');
    expect(await rows()).toEqual(before);
  });
});

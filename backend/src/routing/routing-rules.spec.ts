import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { NISHIIZU } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aCase, aDesk, anInquiry } from '../../test/desk-scene.js';
import type { RoutingRuleEffect, RoutingRuleList } from '../contract/routing-rules.js';
import type { CaseSuggestions } from '../contract/suggestions.js';

const db = testDatabase();
const api = testApi(db);
let people: Awaited<ReturnType<typeof aDesk>>;
let asked: string;
let unasked: string;

const HOKKAIDO = '010006';
const RULE = { fieldCode: 'transport', prefectureCode: HOKKAIDO, ministryId: 'mlit', reason: '北海道開発法による' };

beforeAll(async () => {
  itIs('2026-11-20T10:00');
  people = await aDesk(db());
  const of = (field: string, town?: string) =>
    aCase(db(), people.town, {
      state: 'inquiring',
      owner: people.desk,
      set: { field_codes: [field] },
      ...(town ? { municipalityCode: town } : {}),
    });
  asked = await of('transport');
  await anInquiry(db(), asked, 'mlit', people.desk);
  unasked = await of('transport');
  await of('tourism');
  await of('transport', NISHIIZU);
});

const make = (who: keyof typeof people, rule: object, preview: boolean) =>
  api.as(people[who]).post<RoutingRuleEffect>(`/routing-rules?preview=${preview}`, rule);
const shown = async (who: keyof typeof people, rule: object) => {
  const { seal } = (await make(who, rule, true)).body;
  return make(who, { ...rule, seal }, false);
};
const rules = async () => (await api.as(people.desk).get<RoutingRuleList>('/routing-rules')).body.items;
const ministriesBy = async (id: string) => {
  const { body } = await api.as(people.desk).get<CaseSuggestions>(`/consultations/${id}/suggestions`);
  return body.rules.map(({ ministry }) => ministry.name);
};

describe('a rule whom to ask', () => {
  it('is tried on history: which cases it meets, and where the ministry was asked anyway', async () => {
    const { body } = await make('desk', RULE, true);
    expect([body.examined, body.asked]).toEqual([4, 1]);
    expect(new Map(body.cases.map((one) => [one.consultationId, one.asked]))).toEqual(
      new Map([
        [asked, true],
        [unasked, false],
      ]),
    );
    expect(await rules()).toEqual([]);
  });

  it('tells administrators the numbers only', async () => {
    const { body } = await make('admin', RULE, true);
    expect(body.cases.map(({ title, consultationId }) => [title, consultationId])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('is made by whoever saw on which cases it falls, as it was seen', async () => {
    const { seal } = (await make('desk', RULE, true)).body;
    for (const [who, rule] of [
      ['desk', RULE],
      ['desk', { ...RULE, seal, ministryId: 'maff' }],
      ['desk', { ...RULE, seal, prefectureCode: null }],
      ['manager', { ...RULE, seal }],
    ] as const) {
      const { status, problem } = await make(who, rule, false);
      expect([status, problem.code]).toEqual([409, 'effect.unseen']);
    }
    expect(await rules()).toEqual([]);
  });

  it('proposes the ministry for the cases it meets until it ends, and asks nobody', async () => {
    for (const _ of [1, 2]) expect((await shown('desk', RULE)).status).toBe(200);
    const standing = await rules();
    expect(standing).toMatchObject([{ ministry: { name: '国土交通省' }, madeBy: people.desk.name, endedAt: null }]);
    expect(await ministriesBy(unasked)).toEqual(['国土交通省']);
    const [{ n }] = await db().query('SELECT count(*)::int AS n FROM inquiries');
    expect(n).toBe(1);
    for (const _ of [1, 2]) {
      expect((await api.as(people.admin).post(`/routing-rules/${standing[0]?.id}/end`)).status).toBe(204);
    }
    expect(await ministriesBy(unasked)).toEqual([]);
    expect(await rules()).toMatchObject([{ endedBy: people.admin.name }]);
    const events = await db().query(`SELECT type FROM events WHERE type LIKE 'routingRule.%' ORDER BY id`);
    expect(events.map(({ type }: { type: string }) => type)).toEqual(['routingRule.make', 'routingRule.end']);
  });

  test.each([
    ['no condition', { fieldCode: null, prefectureCode: null }, 'fieldCode'],
    ['a town for a prefecture', { prefectureCode: NISHIIZU }, 'prefectureCode'],
    ['an unknown ministry', { ministryId: 'nobody' }, 'ministryId'],
    ['no reason', { reason: '' }, 'reason'],
  ])('is refused with %s', async (_, fault, field) => {
    const { status, problem } = await make('desk', { ...RULE, ...fault }, true);
    expect([status, Object.keys(problem.fields ?? {})]).toEqual([422, [field]]);
  });
});

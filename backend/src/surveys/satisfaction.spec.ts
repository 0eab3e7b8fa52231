import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aConsultation, aPerson, aSurveyInvitation, aSurveyResponse, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import type { GroupFigures, SatisfactionReport, SurveyResponsePage } from '../contract/satisfaction.js';
import { loadReferenceData } from '../reference-data.js';

const db = testDatabase();
const api = testApi(db);

const HOKKAIDO = '010006';
const SHIZUOKA = '220001';
const MIE = '240001';
const TOWN: Record<string, string> = { [HOKKAIDO]: KAMISHIHORO, [SHIZUOKA]: '223069', [MIE]: '242039' };

type Speaker = ReturnType<typeof api.as>;
let manager: Speaker;
let desk: Speaker;
let secretariat: Speaker;
let lowResponse: string;

/** 北海道 9 answers (in October), 静岡県 6, 三重県 2 (in November), and three that were asked and kept silent. */
beforeAll(async () => {
  await loadReferenceData(db());
  manager = api.as(await aPerson(db(), grant('manager')));
  desk = api.as(await aPerson(db(), grant('desk')));
  secretariat = api.as(await aPerson(db(), grant('secretariat')));
  const author = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));

  const asked = async (prefecture: string, day: string, fields: string[], answers: object | null) => {
    itIs(`${day}T10:00`);
    const town = TOWN[prefecture];
    const { id } = await aConsultation(db(), author, { state: 'closed', municipalityCode: town, title: '=1+1 の相談' });
    await db().query('UPDATE consultations SET field_codes = $2 WHERE id = $1', [id, fields]);
    const invitation = await aSurveyInvitation(db(), id, { closesOn: '2026-12-31' });
    return answers ? (await aSurveyResponse(db(), invitation.id, answers)).id : '';
  };
  const fields: { code: string }[] = await db().query('SELECT code FROM policy_fields ORDER BY sort LIMIT 2');
  const [first = '', second = ''] = fields.map(({ code }) => code);
  for (const overall of [5, 5, 5, 4, 4, 4, 4, 3]) {
    await asked(HOKKAIDO, '2026-10-30', [first], { overall, meeting: 'notApplicable', next: 'apply' });
  }
  lowResponse = await asked(HOKKAIDO, '2026-10-31', [first], {
    overall: 1,
    comment: '=HYPERLINK("x")',
    next: 'abandon',
  });
  for (const overall of [5, 4, 4, 4, 4, 5])
    await asked(SHIZUOKA, '2026-11-01', [first, second], { overall, clarity: 4 });
  for (const overall of [2, 3]) await asked(MIE, '2026-11-02', [], { overall, meeting: 5 });
  for (const prefecture of [HOKKAIDO, HOKKAIDO, MIE]) await asked(prefecture, '2026-11-03', [], null);
  await db().query('INSERT INTO follow_up_tasks (response_id, created_at) VALUES ($1, now())', [lowResponse]);
});

const report = async (speaker: Speaker, query = '') =>
  (await speaker.get<SatisfactionReport>(`/satisfaction${query}`)).body;
const groups = (body: SatisfactionReport, by: string): GroupFigures[] =>
  body.breakdowns.find((each) => each.by === by)?.groups ?? [];
const figures = (all: GroupFigures[]) => all.map(({ label, hidden, n, mean }) => [label, hidden, n, mean]);

describe('the report', () => {
  it('counts answers, those asked, the rate and the mean', async () => {
    const body = await report(manager);
    expect([body.invited, body.n, body.responseRate]).toEqual([20, 17, 85]);
    // 34 + 1 + 26 + 5 = 66 points of 17: 3.88…
    expect(body.questions[0]).toMatchObject({ id: 'overall', n: 17, mean: 3.9 });
    expect(body.questions[0]?.shares.map(({ count, percent }) => [count, percent])).toEqual([
      ...[
        [5, 29.4],
        [8, 47.1],
        [2, 11.8],
        [1, 5.9],
        [1, 5.9],
      ],
    ]);
  });

  it('leaves out of a mean whom a question does not concern', async () => {
    const meeting = (await report(manager)).questions.find(({ id }) => id === 'meeting');
    expect([meeting?.n, meeting?.mean]).toEqual([2, 5]);
    expect(meeting?.shares.at(-1)).toMatchObject({
      value: 'notApplicable',
      label: '打合せをしていない',
      count: 8,
      percent: null,
    });
  });

  it('hides the small prefecture, and with it the next one, from which it could be derived', async () => {
    expect(figures(groups(await report(manager), 'prefecture'))).toEqual([
      ['北海道', false, 9, 3.9],
      ['静岡県', true, null, null],
      ['三重県', true, null, null],
    ]);
  });

  it('counts by the month in which the survey was sent, in Tokyo', async () => {
    expect(figures(groups(await report(manager), 'month'))).toEqual([
      ['令和8年10月', false, 9, 3.9],
      ['令和8年11月', false, 8, 3.9],
    ]);
  });

  it('narrows for managers by any conditions together', async () => {
    const body = await report(manager, `?prefecture=${HOKKAIDO}&from=2026-10-31&to=2026-11-30`);
    expect([body.invited, body.n, body.questions[0]?.mean]).toEqual([3, 1, 1]);
  });

  test('a survey that is not there is not found', async () => {
    expect((await manager.get('/satisfaction?survey=other')).status).toBe(404);
  });
});

describe('every number opens its rows', () => {
  it.each(['', `?prefecture=${HOKKAIDO}`, '?month=2026-11', '?from=2026-11-01'])('under %s', async (query) => {
    const body = await report(manager, query);
    const numbers: [href: string | null, n: number | null][] = [
      [body.invitedHref, body.invited],
      [body.responsesHref, body.n],
      ...body.questions.map(({ href, n }): [string | null, number | null] => [href, n]),
      ...body.questions.flatMap(({ shares }) =>
        shares.map(({ href, count }): [string | null, number] => [href, count]),
      ),
      ...body.breakdowns.flatMap(({ groups }) =>
        groups.filter(({ hidden }) => !hidden).map(({ href, n }): [string | null, number | null] => [href, n]),
      ),
    ];
    expect(numbers.length).toBeGreaterThan(30);
    for (const [href, n] of numbers) {
      expect([href, (await manager.get<SurveyResponsePage>(href ?? '')).body.total]).toEqual([href, n]);
    }
  });

  it('the rows say question and answer in words, and whose case it was', async () => {
    const { body } = await manager.get<SurveyResponsePage>('/satisfaction/responses?question=overall&value=1');
    expect(body.items).toMatchObject([
      {
        id: lowResponse,
        score: 1,
        municipalityLabel: '北海道上士幌町',
        answers: [
          { label: '総合満足度', answer: '1（悪い）' },
          { label: '次の行動', answer: '断念する' },
          { label: '自由記述', answer: '=HYPERLINK("x")' },
        ],
      },
    ]);
  });
});

describe('who sees what', () => {
  test('the desk and the secretariat see figures without a way to single answers', async () => {
    for (const speaker of [desk, secretariat]) {
      const body = await report(speaker);
      expect([body.n, body.questions[0]?.mean, body.mayReadResponses, body.followUps]).toEqual([17, 3.9, false, null]);
      expect(JSON.stringify(body)).not.toContain('/satisfaction/responses');
      expect(body.questions.find(({ id }) => id === 'meeting')).toMatchObject({ n: null, mean: null, shares: [] });
      expect(figures(groups(body, 'prefecture'))[2]).toEqual(['三重県', true, null, null]);
    }
  });

  test.each(['/responses', '/responses.csv', '/invitations', '/follow-ups'])(
    '%s is for managers only',
    async (path) => {
      expect((await manager.get(`/satisfaction${path}`)).status).toBe(200);
      expect((await desk.get(`/satisfaction${path}`)).status).toBe(403);
      expect((await secretariat.get(`/satisfaction${path}`)).status).toBe(403);
    },
  );

  test('of the surveys of 伴走支援 nothing stands here', async () => {
    expect((await manager.get<SatisfactionReport>('/satisfaction')).body.surveys).toHaveLength(1);
    expect((await manager.get('/satisfaction?survey=companion-town')).status).toBe(404);
  });

  test('nobody else sees anything', async () => {
    const others = await Promise.all([
      aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO })),
      aPerson(db(), grant('approver', { municipalityCode: KAMISHIHORO })),
      aPerson(db(), grant('prefecture', { municipalityCode: HOKKAIDO })),
      aPerson(db(), grant('officer', { municipalityCode: KAMISHIHORO })),
      aPerson(db(), grant('ministry', { ministryId: 'mlit' })),
      aPerson(db(), grant('admin')),
    ]);
    for (const person of others) {
      for (const path of ['', '.csv', '/responses', '/responses.csv', '/invitations', '/follow-ups']) {
        expect((await api.as(person).get(`/satisfaction${path}`)).status).toBe(403);
      }
    }
  });

  test('the desk gets one group at a time, the main question only, and nothing of a hidden group', async () => {
    const october = await report(desk, '?month=2026-10');
    expect([october.n, october.questions.map(({ id, mean }) => [id, mean]), october.breakdowns]).toEqual([
      ...[9, [['overall', 3.9]], []],
    ]);
    for (const prefecture of [SHIZUOKA, MIE, '470007']) {
      expect(await report(desk, `?prefecture=${prefecture}`)).toMatchObject({
        ...{ hidden: true, n: null, responseRate: null, questions: [], breakdowns: [] },
      });
    }
  });

  test('the desk cannot take two conditions or a period, which would single out answers by subtraction', async () => {
    const two = await desk.get(`/satisfaction?month=2026-10&prefecture=${HOKKAIDO}`);
    const period = await desk.get('/satisfaction?from=2026-10-01&to=2026-10-30');
    expect([two.status, Object.keys(two.problem.fields ?? {})]).toEqual([422, ['month']]);
    expect([period.status, Object.keys(period.problem.fields ?? {})]).toEqual([422, ['from', 'to']]);
  });
});

describe('very many answers', () => {
  const MANY = '2020-05';
  beforeAll(() =>
    db().query(
      `INSERT INTO tally_units (kind, unit, entries, found_by)
       SELECT 'survey', gen_random_uuid(), '{}', ARRAY['survey:consultation', 'year:2020', 'month:' || $1::text]
       FROM generate_series(1, 20001)`,
      [MANY],
    ),
  );
  afterAll(() => db().query(`DELETE FROM tally_units WHERE found_by @> ARRAY['year:2020']`));

  test('are not counted under conditions: the reader is told to shorten the period', async () => {
    const { status, problem } = await manager.get(`/satisfaction?month=${MANY}`);
    expect([status, problem.fields?.from]).toEqual([422, expect.stringContaining('20,000件を超えます')]);
    expect((await report(manager, '?from=2026-04-01&to=2027-03-31')).n).toBe(17);
    expect((await report(manager)).n).toBe(17);
  });
});

describe('files', () => {
  const table = (text: string) =>
    text
      .replace('\uFEFF', '')
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));

  it('bear the numbers of the screen, hidden groups as empty cells', async () => {
    const { text } = await desk.get('/satisfaction.csv');
    const rows = table(text).filter((row) => row[2] === '都道府県');
    expect(rows.map((row) => [row[4], row[8], row[11], row[12]])).toEqual([
      ['北海道', '9', '3.9', ''],
      ['静岡県', '', '', '5件未満などのため表示しない'],
      ['三重県', '', '', '5件未満などのため表示しない'],
    ]);
  });

  it('say under which condition they were made', async () => {
    const { text } = await manager.get(`/satisfaction.csv?prefecture=${HOKKAIDO}&from=2026-10-01`);
    expect(table(text)[1]?.[1]).toBe('都道府県：北海道、依頼日：2026-10-01から');
  });

  it('let every figure be counted again, and run no formula', async () => {
    const { text } = await manager.get('/satisfaction/responses.csv');
    const [head, ...rows] = table(text);
    expect(head?.slice(0, 7)).toEqual([
      ...['回答日', '受付番号', '件名', '団体コード', '団体名'],
      '総合満足度（点）',
      '回答の分かりやすさ（点）',
    ]);
    expect(rows.map((row) => Number(row[5])).reduce((sum, point) => sum + point)).toBe(66);
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).toContain("'=1+1 の相談");
    expect(text).toContain(',016331,');
  });

  it('come for programs, and for Excel as it opens them by default', async () => {
    const file = async (query: string) => {
      const { bytes, headers } = await manager.get(`/satisfaction/responses.csv${query}`);
      return { type: headers['content-type'], start: bytes.subarray(0, 6).toString('hex'), bytes };
    };
    expect(await file('')).toMatchObject({ type: 'text/csv; charset=utf-8', start: 'efbbbfe59b9e' });
    const excel = await file('?encoding=shift_jis');
    expect(excel).toMatchObject({ type: 'text/csv; charset=shift_jis', start: '89f1939a93fa' });
    expect(new TextDecoder('shift_jis').decode(excel.bytes)).toContain('北海道上士幌町');
    expect((await manager.get('/satisfaction.csv?encoding=utf-16')).status).toBe(422);
  });

  it('leave a line in the trail', async () => {
    await manager.get('/satisfaction/responses.csv?month=2026-10');
    const [last] = await db().query("SELECT type, data ->> 'month' AS month FROM events ORDER BY id DESC LIMIT 1");
    expect(last).toEqual({ type: 'satisfaction.exportResponses', month: '2026-10' });
  });
});

import { beforeEach, expect, it } from '@jest/globals';
import { aPerson, grant } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import {
  aFinishedInquiry,
  anAnsweredCase,
  anIssuedReply,
  contentOf,
  replyServices,
  stateOf,
} from '../../test/reply-scene.js';

const db = testDatabase();
beforeEach(() => itIs('2026-11-20T09:00'));

it('flows every answer into the draft under its question, and sums up 該当なし', async () => {
  const { id, desk, answers, first, other } = await anAnsweredCase(db());
  const { drafts, queries } = await replyServices(db());

  const { added } = await drafts.draft(desk, id);
  const { reply } = await queries.page(desk, id, {});

  expect(await stateOf(db(), id)).toBe('drafting');
  expect(added).toHaveLength(5);
  expect(
    reply?.passages.map(({ heading, title, answerIds, questionRowIds }) => ({
      heading,
      title,
      answerIds,
      questionRowIds,
    })),
  ).toEqual([
    {
      heading: '自動運転バスに使える補助制度を知りたい。',
      title: '地域交通の実証に対する補助（国土交通省）',
      answerIds: [answers[0]],
      questionRowIds: [first],
    },
    expect.objectContaining({ title: '車両の規格の相談（国土交通省）', answerIds: [answers[1]] }),
    expect.objectContaining({ title: '売電の手続（経済産業省）', answerIds: [answers[2]] }),
    { heading: '売電の規制を知りたい。', title: '', answerIds: [], questionRowIds: [other] },
    { heading: '今後の進め方', title: '', answerIds: [], questionRowIds: [] },
  ]);
  expect(reply?.passages[0]?.text.split('\n')).toEqual([
    '実証運行に使う車両の改造費と運行費に使えます。',
    '要件・留意点：地域公共交通計画に位置付けること。',
    '公募時期：令和9年4月1日（木）から令和9年5月14日（金）まで',
    '補助率・上限：2分の1以内、上限5,000万円',
    '担当：国土交通省　総合政策局 交通政策課',
    '連絡先：電話 00-0000-0001、メール kotsu@mlit.example',
    'URL：https://www.mlit.example/hojo',
  ]);
  expect(reply?.passages[3]?.text).toContain('・国土交通省（所管外のため）');
  expect(reply?.contacts.map(({ organisation }) => organisation)).toEqual([
    '国土交通省　総合政策局 交通政策課',
    '経済産業省',
  ]);
  expect(reply?.greeting).toContain('令和8年11月20日付け');
});

it('adds later answers as new passages and leaves what the desk wrote as it is', async () => {
  const { id, desk, other } = await anAnsweredCase(db());
  const { drafts, queries } = await replyServices(db());
  await drafts.draft(desk, id);
  const content = contentOf(await queries.page(desk, id, {}));
  const [edited, , ...kept] = content.passages.map((passage, i) =>
    i === 0 ? { ...passage, text: '窓口の文章' } : passage,
  );
  if (!edited) throw new Error('no passage');
  await drafts.save(desk, id, { ...content, passages: [edited, ...kept] });
  await aFinishedInquiry(db(), desk, {
    consultation: id,
    ministry: 'maff',
    rows: [{ question: other, answers: [{ measureName: 'バイオガス発電の助成' }] }],
  });

  const { added } = await drafts.refresh(desk, id);
  const again = await drafts.refresh(desk, id);
  const { reply } = await queries.page(desk, id, {});

  expect(added.map(({ title }) => title)).toEqual(['バイオガス発電の助成（農林水産省）']);
  expect(again.added).toEqual([]);
  expect(reply?.passages.map(({ title, text }) => (text === '窓口の文章' ? text : title))).toEqual([
    '窓口の文章',
    '売電の手続（経済産業省）',
    '',
    'バイオガス発電の助成（農林水産省）',
    '',
  ]);
});

it('refuses a stale save and shows what was saved meanwhile', async () => {
  const { id, desk, manager } = await anAnsweredCase(db());
  const { drafts, queries } = await replyServices(db());
  await drafts.draft(desk, id);
  const content = contentOf(await queries.page(desk, id, {}));

  const saves = await Promise.allSettled([
    drafts.save(desk, id, { ...content, subject: '一人目' }),
    drafts.save(manager, id, { ...content, subject: '二人目' }),
  ]);

  expect(saves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = saves.find((save) => save.status === 'rejected') as PromiseRejectedResult;
  expect(refused.reason).toMatchObject({ kind: 'conflict', details: { current: { version: content.version + 1 } } });
  expect(['一人目', '二人目']).toContain(refused.reason.details.current.subject);
});

it('refuses answers and questions of other cases, and knows what the draft already named', async () => {
  const { id, desk } = await anAnsweredCase(db());
  const foreign = await anAnsweredCase(db());
  const { drafts, queries } = await replyServices(db());
  await drafts.draft(desk, id);
  const content = contentOf(await queries.page(desk, id, {}));
  const [passage] = content.passages;
  if (!passage) throw new Error('no passage');

  for (const change of [{ answerIds: foreign.answers }, { questionRowIds: [foreign.first] }]) {
    await expect(drafts.save(desk, id, { ...content, passages: [{ ...passage, ...change }] })).rejects.toMatchObject({
      kind: 'invalid',
    });
  }
  await expect(drafts.save(desk, id, content)).resolves.toBe(content.version + 1);
});

it('belongs to the desk while it is drafted, and to nobody afterwards', async () => {
  const { id, town, desk } = await anAnsweredCase(db());
  const ministry = await aPerson(db(), grant('ministry', { ministryId: 'mlit' }));
  const { drafts, queries } = await replyServices(db());
  for (const actor of [town, ministry]) {
    await expect(drafts.draft(actor, id)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(drafts.refresh(actor, id)).rejects.toMatchObject({ kind: 'forbidden' });
  }
  await expect(drafts.refresh(desk, id)).rejects.toMatchObject({ kind: 'notFound' });
  await drafts.draft(desk, id);
  expect((await queries.page(town, id, {})).reply).toBeNull();
  await expect(drafts.draft(desk, id)).rejects.toMatchObject({ kind: 'conflict' });

  const issued = await anIssuedReply(db());
  const content = contentOf(await queries.page(issued.desk, issued.id, {}));
  await expect(drafts.save(issued.desk, issued.id, content)).rejects.toMatchObject({ kind: 'notFound' });
});

it('goes on with the draft in work when more was asked, and begins a new one after an issued reply', async () => {
  const { id, desk, other } = await anAnsweredCase(db());
  const { drafts, queries } = await replyServices(db());
  const { version } = await drafts.draft(desk, id);
  await db().query(`UPDATE consultations SET state = 'collected' WHERE id = $1`, [id]);
  expect(await drafts.draft(desk, id)).toEqual({ version, added: [], ended: [] });

  const issued = await anIssuedReply(db());
  await db().query(`UPDATE consultations SET state = 'followUp' WHERE id = $1`, [issued.id]);
  await aFinishedInquiry(db(), desk, {
    consultation: issued.id,
    ministry: 'maff',
    rows: [{ question: issued.other, answers: [{ measureName: '追加の助成' }] }],
  });
  const { added } = await drafts.draft(issued.desk, issued.id);
  expect(added.map(({ title }) => title)).toEqual(['追加の助成（農林水産省）', '']);
  const inWork = await queries.page(issued.desk, issued.id, {});
  expect([inWork.reply?.no, inWork.issued.map(({ no }) => no)]).toEqual([2, [1]]);
  expect(inWork.workshop?.findings).toEqual([]);
  expect((await queries.page(issued.town, issued.id, {})).reply?.no).toBe(1);
  expect(other).toBeTruthy();
});

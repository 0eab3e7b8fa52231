// The two calls: drafts, the rush of the last day, the consent of the superiors.
import { setTimeout as wait } from 'node:timers/promises';
import { linkIn, mailFor } from '../walkthrough/inbox.mjs';
import { expect } from '../walkthrough/report.mjs';
import { forAll, patiently } from './crowd.mjs';
import { officerSheet, townSheet } from './sheets.mjs';

export const TOWNS = 184;
export const OFFICERS = 250;
const LATE = 4;
const MINUTE = 60_000;
const REFUSING = 0.03;

/** Sets when both calls open and close, as the secretariat does it. */
async function setCalls(secretariat, id, opensAt, closesAt) {
  const { version, name, places, populationLimit, calendar, calls, inside } = await secretariat.get(`/rounds/${id}`);
  const { counts: _, ...settings } = inside;
  const moved = calls.map(({ kind, formVersion }) => ({ kind, formVersion, opensAt, closesAt }));
  await secretariat.put(`/rounds/${id}`, {
    version,
    name,
    places,
    populationLimit,
    calendar,
    calls: moved,
    ...settings,
  });
}

const minuteAt = (ms) => new Date(Math.ceil(ms / MINUTE) * MINUTE).toISOString();

export async function callsOf({ base, as, now, towns, officers, fields, ministries }, step) {
  const round = await step('事務局が年度を作り、二つの募集を公示する', async () => {
    const { items } = await as.secretariat.get('/rounds');
    let fiscalYear = 2027;
    while (items.some((one) => one.fiscalYear === fiscalYear)) fiscalYear += 1;
    const { id } = await as.secretariat.post('/rounds', { fiscalYear });
    const at = (await now()).getTime();
    await setCalls(as.secretariat, id, minuteAt(at - 3 * MINUTE), minuteAt(at + 600 * MINUTE));
    await as.secretariat.post(`/rounds/${id}/steps/open`);
    return id;
  });

  const drafts = await step(`${TOWNS}団体と${OFFICERS}人が下書きを作る`, () =>
    forAll([...towns, ...officers], async (one, index) => {
      const { id } = await one.visitor.post('/applications', { roundId: round, kind: one.kind });
      const karte =
        one.kind === 'town'
          ? townSheet(index, one.town, fields)
          : officerSheet(index, { superior: one.superior, towns: towns.map(({ town }) => town), fields, ministries });
      const { version } = await one.visitor.put(`/applications/${id}`, { version: 1, karte });
      return { ...one, id, version };
    }),
  );
  const submit = ({ visitor, id, version }) => visitor.ask('POST', `/applications/${id}/submit`, { version });

  const late = drafts.slice(-LATE);
  const rush = drafts.slice(0, -LATE);
  const numbers = await step(`締切の間際に${rush.length}件が同時に応募し、全てに受付番号が付く`, async () => {
    const at = (await now()).getTime();
    await setCalls(as.secretariat, round, minuteAt(at - 10 * MINUTE), minuteAt(at + 3 * MINUTE));
    const answers = await Promise.all(rush.map(submit));
    const bodies = await Promise.all(answers.map((answer) => answer.json()));
    const lost = answers.flatMap(({ status }, index) => (status === 200 ? [] : [{ status, code: bodies[index].code }]));
    expect(lost.length === 0, 'every 応募 before the closing is taken', lost.slice(0, 5));
    return bodies.map(({ number }) => number);
  });

  await step(`締切の後に来た${late.length}件は、一つも受け付けない`, async () => {
    const { calls } = await as.secretariat.get(`/rounds/${round}`);
    const closesAt = new Date(calls[0].closesAt);
    while ((await now()) < closesAt) await wait(1000);
    for (const one of late) {
      const answer = await submit(one);
      expect(answer.status === 409 && (await answer.json()).code === 'application.closed', 'a late one is refused');
    }
  });

  await step('受付番号に欠番も重複もなく、受付の通知が届く', async () => {
    for (const [word, count] of [
      ['市町村', TOWNS],
      ['支援官', OFFICERS - LATE],
    ]) {
      const serials = numbers.filter((number) => number.includes(word)).map((number) => Number(number.slice(-4)));
      serials.sort((one, other) => one - other);
      expect(
        serials.length === count && serials.every((serial, at) => serial === at + 1),
        `numbers of ${word}`,
        serials,
      );
    }
    for (const index of [0, TOWNS - 1, TOWNS, rush.length - 1])
      await mailFor(base, rush[index].visitor.email, { text: numbers[index] });
  });

  await step('所属長が、メールのリンクから利用者登録なしで同意する', async () => {
    const answered = await forAll(
      rush.filter(({ kind }) => kind === 'officer'),
      async ({ superior }, index) => {
        const [, token] = linkIn(await mailFor(base, superior, { text: '/consent/' }), '/consent/').split('/consent/');
        const agreed = index % Math.round(1 / REFUSING) !== 5;
        const answer = {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ agreed, reason: agreed ? '' : '業務の都合による' }),
        };
        const { status } = await patiently(() => fetch(`${base}/api/consents/${token}`, answer));
        expect(status === 204, 'the superior answers', status);
        return agreed;
      },
    );
    expect(
      answered.some((agreed) => !agreed),
      'some superiors refuse',
    );
  });
  return { round, drafts: rush };
}

// The selection: sheets closed to each other, decisions within the places, letters, a place that passes on.
import { mailFor } from '../walkthrough/inbox.mjs';
import { expect } from '../walkthrough/report.mjs';
import { forAll } from './crowd.mjs';

const RESERVES = 20;
const KEYS = ['problem', 'fit', 'setUp', 'spread'];

/** The same points for the same town and reviewer, in every run. */
const pointsOf = (serial, reviewer) =>
  Object.fromEntries(KEYS.map((key, at) => [key, (serial * (7 + at) + reviewer * 3 + at * at) % 6]));

export async function selectionOf({ base, as, round, drafts }, step) {
  const reviewers = [as.secretariat, as.manager, as.manager2];
  const table = () => as.secretariat.get(`/rounds/${round}/selection`);

  await step('募集を締め切り、審査員3人に割り当てる', async () => {
    const { state } = await as.secretariat.get(`/rounds/${round}`);
    if (state === 'open') await as.secretariat.post(`/rounds/${round}/steps/close`);
    await as.secretariat.post(`/rounds/${round}/steps/startSelection`);
    const ids = await Promise.all(reviewers.map(async (one) => (await one.get('/me')).id));
    await as.secretariat.post(`/rounds/${round}/reviewers`, { reviewerIds: ids });
    expect(
      (await table()).items.every(({ assigned }) => assigned === 3),
      'three reviewers each',
    );
  });

  await step('審査票は、全員が提出するまでほかの審査員に見えない', async () => {
    const { items } = await table();
    for (const [at, reviewer] of reviewers.entries()) {
      if (at === reviewers.length - 1) {
        const seen = await as.secretariat.get(`/applications/${items[0].applicationId}/review`);
        expect(seen.all === null && seen.handedIn === 2, 'two are in, none is open', seen);
        expect(
          (await table()).items.every(({ mean }) => mean === null),
          'no mean before all are in',
        );
      }
      await forAll(items, async ({ applicationId, number }) => {
        const scores = pointsOf(Number(number.slice(-4)), at);
        await reviewer.put(`/applications/${applicationId}/review`, { version: 1, scores, handIn: true });
      });
    }
    const done = await table();
    expect(
      done.items.every(({ mean, rank }) => mean !== null && rank !== null),
      'all have a rank',
    );
    expect(
      done.items.some(({ tied }) => tied),
      'ties are shown',
    );
  });

  const outside = drafts.find(({ kind }) => kind === 'town').visitor;
  await step('応募した団体に、点数も未確定の結果も見えない', async () => {
    await outside.refused('GET', `/rounds/${round}/selection`, undefined, 403);
    const { items } = await outside.get('/applications');
    expect(
      items.every(({ state }) => state === 'submitted'),
      'it stands as it was handed in',
      items,
    );
  });

  const places = (await table()).round.places;
  await step(`${places}団体を選定し、${RESERVES}団体を補欠とする。定数を超える決定は拒まれる`, async () => {
    const { items } = await table();
    const outcome = (at) => (at < places ? 'chosen' : at < places + RESERVES ? 'reserve' : 'notChosen');
    const all = items.map(({ applicationId }, at) => ({
      applicationId,
      outcome: outcome(at),
      reason: '審査の合議による',
    }));
    const many = all.slice(0, places + 1).map((one) => ({ ...one, outcome: 'chosen' }));
    await as.secretariat.refused('POST', `/rounds/${round}/decisions`, { items: many }, 409);
    await as.secretariat.post(`/rounds/${round}/decisions`, { items: all });
    await as.manager.post(`/rounds/${round}/steps/settleSelection`);
  });

  const chosen = (await table()).items.filter(({ state }) => state === 'chosen');
  const visitorOf = ({ applicationId }) => drafts.find(({ id }) => id === applicationId).visitor;
  await step('通知文を差し込みで作り、メールで知らせる', async () => {
    const { issued } = await as.secretariat.post(`/rounds/${round}/letters`);
    expect(issued === (await table()).total, 'a letter for each', issued);
    const town = visitorOf(chosen[0]);
    await mailFor(base, town.email, { text: '選定結果の通知文' });
    const pdf = await town.ask('GET', `/applications/${chosen[0].applicationId}/letter.pdf`);
    expect(pdf.headers.get('content-type') === 'application/pdf', 'the letter is a PDF');
  });

  await step('選定された団体が辞退し、補欠の第1順位が繰り上がる', async () => {
    const left = chosen.at(-1);
    await visitorOf(left).post(`/applications/${left.applicationId}/withdraw`, { reason: '体制の変更による' });
    const first = (await table()).items.find(({ place }) => place === 1);
    await as.secretariat.post(`/applications/${first.applicationId}/moveUp`, { reason: '辞退による' });
    const { chosen: count } = await table();
    expect(count === places, 'all places are taken again', count);
    expect((await visitorOf(first).get(`/applications/${first.applicationId}`)).state === 'chosen', 'the town is told');
  });
}

// Plays three whole stories over the public HTTP API of a running demo desk; starts one when none runs.
import { setTimeout as wait } from 'node:timers/promises';
import { castOf } from './walkthrough/cast.mjs';
import { expect, Report } from './walkthrough/report.mjs';
import { kamishihoro } from './walkthrough/story-kamishihoro.mjs';
import { kamiyama } from './walkthrough/story-kamiyama.mjs';
import { nishiizu } from './walkthrough/story-nishiizu.mjs';
import { withDesk } from './with-desk.mjs';

/** The people of the demo, and two ways to wait for what a job does. */
function peopleOf(base) {
  const until = async (what, holds) => {
    for (let i = 0; i < 240; i++, await wait(250)) if (await holds()) return;
    expect(false, `${what} did not come to pass`);
  };
  return {
    ...castOf(base),
    untilState: (visitor, id, state) =>
      until(`state ${state}`, async () => (await visitor.get(`/consultations/${id}`)).state === state),
    untilGone: (visitor, path) => until(`${path} gone`, async () => (await visitor.ask('GET', path)).status === 404),
  };
}

process.exitCode = await withDesk(async (base) => {
  const report = new Report();
  const as = peopleOf(base);
  const clock = await as.admin.get('/demo/clock');
  let ahead = clock.aheadDays;
  const now = async () => new Date((await as.admin.get('/demo/clock')).now);
  const passDays = async (days) => {
    ahead += days;
    await as.admin.put('/demo/clock', { aheadDays: ahead });
    await wait(1500); // every process of the desk follows within half a second
  };
  const scene = { base, as, passDays, now };
  await report.story('上士幌町：三省庁の回答、該当なしからの照会替え、遅れた回答', (step) => kamishihoro(scene, step));
  await report.story('西伊豆町：差戻し、打合せ、返答のないままの完了と再開', (step) => nishiizu(scene, step));
  await report.story('神山町：取下げ、重複の統合と取消し、他窓口への案内', (step) => kamiyama(scene, step));
  return report.end();
});

// Plays the business days of a year on which something is to be said, with trouble on each.
import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from '../failure.mjs';
import { planned } from './year.mjs';

/** The clocks of the workers follow within this time. */
const FOLLOW_MS = 1200;
const PATIENCE_MS = 180_000;
const MINUTE_MS = 60_000;

/** @param trouble called with the turn and the number of turns, goes on beside the day */
export async function playYear({ inquiries, days, clock, ground, queue, trouble }) {
  const owed = (index) => inquiries.flatMap((one) => planned(one).filter((step) => one.due + step === index)).length;
  const active = days.map((_, index) => index).filter((index) => owed(index) > 0);
  let wanted = 0;
  for (const [turn, index] of active.entries()) {
    await answer(ground, inquiries, ({ answered }) => answered.index < index);
    await clock.set(days[index], '06:00');
    await wait(FOLLOW_MS);
    const going = trouble(turn, active.length);
    wanted += owed(index);
    await until(`the reminders of ${days[index]}`, {
      done: async () => (await ground.planned()) >= wanted,
      push: () => kick(queue, 'plan-reminders'),
    });
    await kick(queue, 'mail-round');
    await answer(ground, inquiries, ({ answered }) => answered.index === index && answered.early);
    await clock.set(days[index], '08:30');
    await until(`the mails of ${days[index]}`, {
      done: async () => (await ground.underway(clock.now())) === 0,
      // Mails that failed are tried again after a while: time passes.
      push: async () => {
        await clock.pass(MINUTE_MS);
        await kick(queue, 'mail-round');
      },
    });
    await going;
  }
}

const kick = (queue, name) => queue.add(name, {}, { removeOnComplete: true, removeOnFail: true, attempts: 1 });

async function answer(ground, inquiries, whose) {
  const done = inquiries.filter((one) => one.answered && !one.settled && whose(one));
  for (const one of done) one.settled = true;
  await ground.answer(done.map(({ id }) => id));
}

/** Waits for something, and pushes every two seconds. */
export async function until(what, { done, push = async () => {} }) {
  const end = Date.now() + PATIENCE_MS;
  for (let turn = 0; ; turn += 1) {
    if (turn % 20 === 0) await unlessCut(push);
    if (await unlessCut(done)) return;
    if (Date.now() > end) throw new Failure(`待ちましたが、終わりませんでした: ${what}`, `Waited in vain for ${what}.`);
    await wait(100);
  }
}

/** Our own connections are cut with all others: the next look tells. */
async function unlessCut(work) {
  try {
    return await work();
  } catch (error) {
    if (!/terminat|ECONN|closed/i.test(error.message)) throw error;
    return undefined;
  }
}

// What breaks while the year is played.
import { setTimeout as wait } from 'node:timers/promises';
import { until } from './play.mjs';

/** Kills, cut database connections and, given a client of the Redis that holds the queue, an emptied queue: evenly over the turns. */
export function makeTrouble({ kills, workers, ground, redis, queue, timetable }) {
  const told = { smtp: 0, cuts: 0, flushes: 0, slowestRefill: 0 };
  let mails = 0;

  async function beside(turn, turns) {
    const now = (count) => Math.floor(((turn + 1) * count) / turns) - Math.floor((turn * count) / turns);
    for (let kill = 0; kill < now(kills); kill += 1) {
      await wait(300 + ((turn * 131 + kill * 17) % 900));
      workers.kill(turn + kill);
    }
    if (now(Math.ceil(kills / 5)) > 0) {
      told.cuts += 1;
      await ground.cut();
    }
    if (redis && now(3) > 0) {
      const since = Date.now();
      told.flushes += 1;
      await redis.flushall();
      await until('the timetable', { done: async () => (await queue.getJobSchedulers()).length >= timetable });
      told.slowestRefill = Math.max(told.slowestRefill, Date.now() - since);
    }
  }

  /** How the mail server treats the next mail: every ninth connection breaks, before or after it has taken the mail. */
  function mood() {
    mails += 1;
    if (mails % 9 !== 0) return 'well';
    told.smtp += 1;
    return mails % 2 === 0 ? 'before' : 'after';
  }
  return { told, beside, mood };
}

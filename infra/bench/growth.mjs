// What W2–W4 cost as the cases grow in number: milliseconds for one request at a time, and requests per second at 16.
import { once } from './ground.mjs';
import { measure, verify } from './measure.mjs';
import { startPrograms } from './programs.mjs';
import { workloadsOf } from './requests.mjs';

/** A page that is full at every size. */
const ROWS = 20;

export async function measureGrowth(databaseOf, { sizes, seconds, rounds, log }) {
  const grown = [];
  for (const size of sizes) {
    const database = await databaseOf(size);
    const programs = await startPrograms(database.url);
    try {
      const { readings } = await workloadsOf(database, programs.ours, ROWS);
      for (const workload of readings.filter(({ id }) => id !== 'W7')) {
        log(`growth: ${workload.id} at ${size} cases …`);
        await once(database.url, (db) => verify(workload, { ours: programs.ours, floor: programs.floor }, db));
        const { rates, errors } = await measure(workload, { ours: programs.ours }, { seconds, rounds });
        grown.push({ id: workload.id, cases: size, milliseconds: 1000 / rates.ours[1], rate: rates.ours[16], errors });
      }
    } finally {
      await programs.stop();
    }
  }
  return grown;
}

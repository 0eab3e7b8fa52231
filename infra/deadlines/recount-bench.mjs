// `npm run -s deadlines:bench -- --open 10000`: declares a holiday that moves every open deadline, on a database of its own
// with so many cases; prints how long the preview and the change took. The issue allows 5 s for 10,000.
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { openGround, root } from '../bench/ground.mjs';
import { ensureBuilt } from '../build.mjs';

const { values } = parseArgs({ options: { open: { type: 'string', default: '10000' } } });
const wanted = Number(values.open);
const from = (path) => import(new URL(`../../backend/dist/${path}`, import.meta.url).href);

await ensureBuilt(root, ['backend']);
const { AlmanacChanges } = await from('deadlines/almanac-changes.js');
const { Calendar } = await from('calendar/calendar.js');
const { Clock } = await from('calendar/clock.js');
const { SYSTEM } = await from('identity/actor.js');
const { createDataSource } = await from('database.js');

const ground = await openGround();
try {
  const { url } = await ground.database(wanted, (text) => process.stderr.write(`${text}\n`));
  const db = await createDataSource(url).initialize();
  const clock = new Clock();
  const changes = new AlmanacChanges(db, clock, await new Calendar(db, clock).reload());
  const declare = (preview) =>
    changes.make(SYSTEM, { cause: 'holiday', preview }, (tx) =>
      tx.query(
        `INSERT INTO holidays (calendar, day, name, source) VALUES ('national', '2026-11-27', '臨時の休日', '試験')`,
      ),
    );
  // Two clocks for each case, whatever its state: of the reply and of the state.
  await db.query(
    `INSERT INTO deadlines (clock, consultation_id, kind, started_at, rule_id, almanac_version, due_on)
     SELECT clock, id, kind, '2026-11-20T01:00:00Z', (SELECT max(r.id) FROM deadline_rules r WHERE r.kind = clocks.kind),
       almanac_version(), due_on::date
     FROM (SELECT id FROM consultations ORDER BY id LIMIT $1) cases
     CROSS JOIN (VALUES ('reply', 'reply', '2026-12-21'), ('state', 'inquiring', '2026-12-07')) AS clocks (clock, kind, due_on)`,
    [wanted / 2],
  );
  for (const preview of [true, false]) {
    const start = performance.now();
    const { open, total } = await declare(preview);
    const seconds = ((performance.now() - start) / 1000).toFixed(2);
    console.log(`${preview ? 'preview' : 'change '}  ${total} of ${open} open deadlines move  ${seconds} s`);
  }
  await db.destroy();
} finally {
  await ground.close();
}

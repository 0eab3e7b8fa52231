// W1–W5 and W7: both sides on one database.
import { once } from './ground.mjs';
import { measure, verify } from './measure.mjs';
import { signIn } from './people.mjs';
import { startPrograms } from './programs.mjs';
import { readings, writings } from './workloads.mjs';

const SIGNED_IN = 16;

/** The headers of people of each kind, each with a session of their own. */
async function signedIn(origin, { people }, towns) {
  const enter = (ids) =>
    Promise.all(
      ids.map((id) =>
        signIn(
          origin,
          people.rows.find((row) => row.id === id),
        ),
      ),
    );
  const [desk, managers, ofTowns] = [
    await enter(people.desk.slice(0, SIGNED_IN)),
    await enter(people.managers),
    await enter(people.towns.slice(0, SIGNED_IN)),
  ];
  return { desk, managers, towns: ofTowns.map((headers, i) => ({ headers, code: towns[i] })) };
}

/** The workloads on a loaded database, for people who are signed in at `origin`. */
export async function workloadsOf(database, origin, size) {
  const { towns, fields } = await once(database.url, async (db) => ({
    towns: (
      await db.query('SELECT code FROM municipalities WHERE valid_to IS NULL ORDER BY code LIMIT $1', [SIGNED_IN])
    ).rows,
    fields: (await db.query('SELECT code FROM policy_fields WHERE valid_to IS NULL ORDER BY sort, code')).rows,
  }));
  const who = await signedIn(
    origin,
    database,
    towns.map(({ code }) => code),
  );
  const given = { ...who, facts: database.facts, size };
  const codes = fields.map(({ code }) => code);
  return { readings: readings(given), writings: writings({ ...given, fields: codes, owner: database.people.desk[0] }) };
}

/** Answers { rows, memory }: one row for each workload. `during` is called while there is load. */
export async function measureRequests(database, { seconds, rounds, only, log, memory }) {
  const programs = await startPrograms(database.url);
  const origins = { ours: programs.ours, floor: programs.floor };
  const rows = [];
  try {
    const { readings, writings } = await workloadsOf(database, programs.ours);
    const restore = () => once(database.url, restoreAfterWrites);
    const all = [...readings.map((one) => [one, undefined]), ...writings.map((one) => [one, restore])];
    const idle = memory(programs.pids());
    for (const [workload, restore] of all.filter(([{ id }]) => !only || only.includes(id))) {
      log(`${workload.id} ${workload.title} …`);
      await once(database.url, (db) => verify(workload, origins, db));
      const { rates, p99, errors } = await measure(workload, origins, { seconds, rounds, restore });
      rows.push({ id: workload.id, title: workload.title, goal: workload.goal, rates, p99, errors });
    }
    return {
      rows: rows.sort((left, right) => (left.id < right.id ? -1 : 1)),
      memory: { idle, used: memory(programs.pids()) },
    };
  } finally {
    await programs.stop();
  }
}

/** Everything in the data is older than this. */
const LOADED = `'2026-11-21'`;

/** Takes back what a turn wrote, so that every turn meets the same tables. */
export async function restoreAfterWrites(db) {
  await relayed(db);
  await db.query('SET session_replication_role = replica');
  await db.query(`DELETE FROM consultations WHERE created_at > ${LOADED}`);
  await db.query(`DELETE FROM notes WHERE written_at > ${LOADED}`);
  await db.query(
    `UPDATE consultations SET state = 'checking' WHERE id IN (
       SELECT consultation_id FROM events WHERE occurred_at > ${LOADED} AND type = 'consultation.triage')`,
  );
  await db.query(
    `INSERT INTO tally_changes (kind, unit) SELECT 'case', consultation_id FROM events
     WHERE occurred_at > ${LOADED} AND type = 'consultation.triage'`,
  );
  await db.query(`DELETE FROM events WHERE occurred_at > ${LOADED} AND consultation_id IS NOT NULL`);
  await db.query('SET session_replication_role = origin');
  await db.query('VACUUM consultations, events, notes, tally_changes');
}

/** The worker has passed on all that happened. */
async function relayed(db) {
  for (;;) {
    const { rows } = await db.query('SELECT 1 FROM events WHERE dispatched_at IS NULL LIMIT 1');
    if (rows.length === 0) return;
    await new Promise((done) => setTimeout(done, 200));
  }
}

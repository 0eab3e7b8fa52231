// The database of a chaos run: a year of 照会, a clock that obeys, and the ledger to look into.
import { randomUUID } from 'node:crypto';
import pg from 'pg';

export async function openGround(url) {
  const db = new pg.Pool({ connectionString: url, max: 4, application_name: 'chaos' });
  db.on('error', () => {}); // connections are cut on purpose; the next query gets a new one
  const ask = async (sql, values = []) => (await db.query(sql, values)).rows;
  return {
    ask,
    end: () => db.end(),
    holidays: async () =>
      new Set(
        (await ask(`SELECT day::text FROM holidays WHERE NOT cancelled AND calendar = 'national'`)).map(
          ({ day }) => day,
        ),
      ),
    setClock: (instant) => ask('UPDATE demo_clock SET ahead_ms = $1', [instant.getTime() - Date.now()]),
    answer: (ids) =>
      ask(
        `WITH ended AS (UPDATE deadlines SET ended_at = now() WHERE inquiry_id = ANY ($1))
         UPDATE inquiries SET state = 'answered', answered_at = now(), acknowledged_at = now(), acknowledged_by = asked_by
         WHERE id = ANY ($1)`,
        [ids],
      ),
    /** Reminders written down so far. */
    planned: async () => (await ask('SELECT count(*)::int AS n FROM notices WHERE step IS NOT NULL'))[0].n,
    /** Notices and mails on their way: 0 when all that may go has gone. */
    underway: async (now) =>
      (
        await ask(
          `SELECT (SELECT count(*)::int FROM notices WHERE mail_from <= $1 AND mail_id IS NULL AND dropped_at IS NULL)
                + (SELECT count(*)::int FROM mails WHERE coalesce(sent_at, refused_at, given_up_at, dropped_at) IS NULL) AS n`,
          [now],
        )
      )[0].n,
    /** Cuts every connection but ours. */
    cut: () =>
      ask(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND application_name <> 'chaos'`),
    async fill(inquiries) {
      const [town, desk, manager] = await Promise.all(['town', 'desk', 'manager'].map((name) => person(ask, name)));
      await ask(`INSERT INTO grants (person_id, role, municipality_code) VALUES ($1, 'municipality', '016331')`, [
        town,
      ]);
      await ask(`INSERT INTO grants (person_id, role) VALUES ($1, 'desk'), ($2, 'manager')`, [desk, manager]);
      const ministries = (await ask('SELECT id FROM ministries WHERE valid_to IS NULL ORDER BY id')).map(
        ({ id }) => id,
      );
      for (const [index, inquiry] of inquiries.entries()) {
        if (index % 50 === 0) inquiries.consultation = await consultation(ask, town, desk, index / 50 + 1);
        inquiry.id = randomUUID();
        await ask(
          `WITH asked AS (
             INSERT INTO inquiries (id, consultation_id, ministry_id, state, due_on, asked_by, asked_at)
             VALUES ($1, $2, $3, 'asked', $4, $5, $6) RETURNING *)
           INSERT INTO deadlines (clock, consultation_id, inquiry_id, kind, started_at, rule_id, almanac_version, due_on)
           SELECT 'inquiry', a.consultation_id, a.id, 'inquiry', a.asked_at, r.id, almanac_version(), a.due_on
           FROM asked a JOIN deadline_rules r ON r.kind = 'inquiry'`,
          [
            inquiry.id,
            inquiries.consultation,
            ministries[index % ministries.length],
            inquiry.dueOn,
            desk,
            new Date(`${inquiry.askedOn}T10:00:00+09:00`),
          ],
        );
      }
    },
  };
}

async function person(ask, name) {
  const [{ id }] = await ask(`INSERT INTO people (email, name, password_hash) VALUES ($1, $2, 'none') RETURNING id`, [
    `${name}@chaos.example`,
    name,
  ]);
  return id;
}

async function consultation(ask, town, desk, serial) {
  const [{ id }] = await ask(
    `INSERT INTO consultations (municipality_code, state, state_since, fiscal_year, serial, number, form_version, karte, title,
       owner_id, submitted_at, created_by, updated_by, created_at, updated_at)
     VALUES ('016331', 'inquiring', now(), 2026, $3, 'C-' || $3::int, 1, '{}', '期限の試験', $2, now(), $1, $1, now(), now())
     RETURNING id`,
    [town, desk, serial],
  );
  return id;
}

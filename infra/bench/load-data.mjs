// Fills a migrated database with the cases of the bench, with what the application itself would have written.
import { caseOf, uuidOf } from './cases.mjs';
import { settle } from './people.mjs';
import { COMMON_TERMS, RARE_TERMS } from './words.mjs';

const BATCH = 500;
const TERMS = [...COMMON_TERMS, ...RARE_TERMS];

/** Of the application: how it folds, cuts, numbers and reads what is written. */
async function application() {
  const from = (path) => import(new URL(`../../backend/dist/${path}`, import.meta.url).href);
  const modules = ['platform/fold.js', 'forms/inputs.js', 'consultations/number-series.js'];
  const settle = async (url) => settleFigures(url, Object.assign({}, ...(await Promise.all(FIGURES.map(from)))));
  return Object.assign({ settle }, ...(await Promise.all(modules.map(from))));
}

const FIGURES = [
  'database.js',
  'calendar/calendar.js',
  'calendar/clock.js',
  'tallies/tallies.js',
  'dashboards/case-tally.js',
  'surveys/survey-tally.js',
];

/** What the worker would do within a minute, and not while something is measured. */
async function settleFigures(url, { createDataSource, Calendar, Clock, Tallies, casesCounted, SURVEYS_COUNTED }) {
  const db = await createDataSource(url).initialize();
  const calendar = await new Calendar(db, new Clock()).reload();
  const tallies = new Tallies(db);
  await tallies.settle(casesCounted(calendar));
  await tallies.settle(SURVEYS_COUNTED);
  await db.destroy();
}

async function reference(db) {
  const ids = async (sql) => (await db.query(sql)).rows.map(({ id }) => id);
  const { rows } = await db.query(
    `SELECT code, kana, CASE WHEN kind = 'prefecture' THEN name ELSE prefecture_name || name END AS label FROM municipalities`,
  );
  const form = await db.query(`SELECT version, items FROM form_definitions WHERE form = 'karte' AND version = 1`);
  return {
    towns: await ids('SELECT code AS id FROM municipalities WHERE valid_to IS NULL ORDER BY code'),
    ministries: await ids('SELECT id FROM ministries WHERE valid_to IS NULL ORDER BY sort, id'),
    fields: await ids('SELECT code AS id FROM policy_fields WHERE valid_to IS NULL ORDER BY sort, code'),
    names: new Map(rows.map(({ code, label, kana }) => [code, { label, kana }])),
    form: form.rows[0],
  };
}

/** Answers { people, facts }: facts are what the bench later expects to be told about each case. */
export async function loadData(db, url, count, passwordHash, log = () => {}) {
  const app = await application();
  const known = await reference(db);
  const people = await settle(db, known, passwordHash);
  const facts = [];
  const serials = {};
  await db.query('SET synchronous_commit = off');
  const indexes = await dropSearchIndexes(db);
  for (let start = 0; start < count; start += BATCH) {
    const cases = Array.from({ length: Math.min(BATCH, count - start) }, (_, k) =>
      written(caseOf(start + k, count, { ...known, people }), { app, known, serials }),
    );
    await insert(db, cases, people);
    facts.push(
      ...cases.map(({ id, state, karte, submittedAt, dueOn, asked, terms }) => ({
        id,
        state,
        title: karte.title,
        submittedAt,
        dueOn,
        ministries: asked.map(({ ministry }) => ministry),
        terms,
      })),
    );
    if ((start / BATCH) % 40 === 39) log(`${start + BATCH} cases`);
  }
  await derive(db, serials);
  await db.query(`SET maintenance_work_mem = '512MB'`);
  for (const sql of indexes) await db.query(sql);
  await app.settle(url);
  await db.query('VACUUM (ANALYZE)');
  return { people, facts };
}

/** Filled row by row, the index of a hundred thousand texts takes half an hour; made at the end, a minute. */
async function dropSearchIndexes(db) {
  const { rows } = await db.query(
    `SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE '%USING gin%'`,
  );
  for (const { indexname } of rows) await db.query(`DROP INDEX ${indexname}`);
  return rows.map(({ indexdef }) => indexdef);
}

const WAITS_FOR_REPLY = ['submitted', 'checking', 'triaged', 'inquiring', 'collected', 'drafting', 'approving'];
const WAITS_FOR_TOWN = ['returned', 'correcting', 'closing'];

/** With number, search columns and the date that counts. */
function written(one, { app, known, serials }) {
  if (!one.numbered) return { ...one, serial: null, number: null, text: '', terms: [], dueOn: null };
  const serial = (serials[one.fiscalYear] ?? 0) + 1;
  serials[one.fiscalYear] = serial;
  const number = app.consultationNumber(one.fiscalYear, serial, 0);
  const { label, kana } = known.names.get(one.town);
  const text = app.fold([number, label, kana, ...app.textsOf(known.form, one.karte)].join('\n'));
  const dueOn = WAITS_FOR_REPLY.includes(one.state)
    ? one.replyDueOn
    : WAITS_FOR_TOWN.includes(one.state)
      ? one.stateDueOn
      : null;
  const terms = TERMS.filter((term) => text.includes(term));
  return { ...one, serial, number, text, terms, dueOn };
}

const recordset = (columns) => `FROM jsonb_to_recordset($1::jsonb) AS r (${columns})`;

async function insert(db, cases, people) {
  const put = (sql, rows, more = []) => (rows.length > 0 ? db.query(sql, [JSON.stringify(rows), ...more]) : undefined);
  await put(
    `INSERT INTO consultations (id, municipality_code, state, state_since, state_due_on, fiscal_year, serial, number, form_version,
       karte, title, field_codes, owner_id, merged_into, share_prefecture, submitted_at, reply_due_on, clock_stopped_on, replied_at,
       closed_at, created_by, updated_by, created_at, updated_at, search_text)
     SELECT id, town, state, since, "stateDueOn", "fiscalYear", serial, number, 1, karte, karte->>'title', ARRAY[field], owner,
       "mergedInto", (karte->>'sharePrefecture')::boolean, "submittedAt", "replyDueOn", "stoppedOn", "repliedAt", "closedAt",
       author, author, "createdAt", "createdAt", text
     ${recordset(`id uuid, town text, state text, since timestamptz, "stateDueOn" date, "fiscalYear" int, serial int, number text,
       karte jsonb, field text, owner uuid, "mergedInto" uuid, "submittedAt" timestamptz, "replyDueOn" date, "stoppedOn" date,
       "repliedAt" timestamptz, "closedAt" timestamptz, author uuid, "createdAt" timestamptz, text text`)}`,
    cases,
  );
  await put(
    `INSERT INTO events (type, consultation_id, subject_id, actor_id, audience, data, occurred_at, dispatched_at)
     SELECT type, id, id::text, actor, audience, '{}', at, at
     ${recordset('type text, id uuid, actor uuid, audience text, at timestamptz')} ORDER BY at`,
    cases.flatMap(({ id, author, owner, events }) => events.map((event) => ({ ...event, id, actor: owner ?? author }))),
  );
  await put(
    `INSERT INTO inquiries (id, consultation_id, ministry_id, state, due_on, asked_by, asked_at, acknowledged_by, acknowledged_at,
       answered_at)
     SELECT id, "case", ministry, CASE WHEN done THEN 'answered' ELSE 'acknowledged' END, "dueOn", owner, at, $2, at,
       CASE WHEN done THEN at + interval '6 days' END
     ${recordset('id uuid, "case" uuid, ministry text, done boolean, "dueOn" date, owner uuid, at timestamptz')}`,
    cases.flatMap(({ id, owner, asked }) =>
      asked.map((one, k) => ({ ...one, id: uuidOf(`inquiry ${id}`, k), case: id, owner })),
    ),
    [people.ministries[0]],
  );
  const remarks = cases.filter(({ numbered, remark }) => numbered && remark);
  await put(
    `INSERT INTO additions (consultation_id, author_id, text, written_at)
     SELECT id, author, remark, since ${recordset('id uuid, author uuid, remark text, since timestamptz')}`,
    remarks,
  );
  await put(
    `INSERT INTO notes (consultation_id, author_id, text, written_at)
     SELECT id, owner, remark, since ${recordset('id uuid, owner uuid, remark text, since timestamptz')}`,
    remarks.filter(({ owner }) => owner),
  );
  await put(
    `WITH given AS (SELECT * ${recordset('id uuid, invitation uuid, score int, "closedAt" timestamptz')}),
       invited AS (INSERT INTO survey_invitations (id, survey, version, consultation_id, invited_at, closes_on, answered_at)
         SELECT invitation, 'consultation', 1, id, "closedAt", "closedAt"::date + 14, "closedAt" + interval '2 days' FROM given)
     INSERT INTO survey_responses (survey, version, invitation_id, answers, answered_at)
     SELECT 'consultation', 1, invitation, jsonb_build_object('overall', score), "closedAt" + interval '2 days' FROM given`,
    cases.filter(({ score }) => score).map((one) => ({ ...one, invitation: uuidOf('invitation', one.id) })),
  );
}

/** What follows from the cases alone. */
async function derive(db, serials) {
  await db.query(
    `INSERT INTO submissions SELECT id, 1, karte, created_by, submitted_at FROM consultations WHERE number IS NOT NULL`,
  );
  await db.query(
    `INSERT INTO question_rows (consultation_id, position, text, written_as, desk_holds)
     SELECT c.id, q.place, q.row->>'text', q.row->>'text', NOT EXISTS (SELECT 1 FROM ministry_cases k WHERE k.consultation_id = c.id)
     FROM consultations c, jsonb_array_elements(c.karte->'questions') WITH ORDINALITY AS q (row, place) WHERE c.number IS NOT NULL`,
  );
  await db.query(
    `INSERT INTO inquiry_rows (inquiry_id, question_row_id, ministry_id, division_key, state)
     SELECT i.id, q.id, i.ministry_id, i.division_key, CASE i.state WHEN 'answered' THEN 'answered' ELSE 'open' END
     FROM inquiries i JOIN question_rows q ON q.consultation_id = i.consultation_id`,
  );
  for (const [year, last] of Object.entries(serials))
    await db.query(
      `INSERT INTO number_series VALUES ('consultation', $1, $2)
       ON CONFLICT (series, fiscal_year) DO UPDATE SET last = excluded.last`,
      [year, last],
    );
}

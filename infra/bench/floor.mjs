// The floor: what one machine can give at most. Raw node:http and pg, one hand-written statement for each request, on the
// tables of the system under test. No sign-in, no permissions, no validation. `x-person` says who writes.
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });

const ITEM = `c.id, c.number, c.title, c.municipality_code, CASE m.kind WHEN 'prefecture' THEN m.name ELSE m.prefecture_name || m.name END AS municipality, c.state, c.state_since,
  c.submitted_at, c.closed_at, c.reply_due_on::text, c.state_due_on::text, c.due_on::text, c.clock_stopped_on::text, c.priority,
  c.owner_id, o.name AS owner, c.field_codes,
  ARRAY(SELECT i.ministry_id || ' ' || i.state FROM inquiries i WHERE i.consultation_id = c.id AND i.state <> 'cancelled') AS asked`;
const NAMED = 'JOIN municipalities m ON m.code = c.municipality_code LEFT JOIN people o ON o.id = c.owner_id';

const CREATE = `WITH made AS (
    INSERT INTO consultations (municipality_code, state, state_since, form_version, karte, title, created_by, updated_by, created_at,
      updated_at)
    VALUES ($1, 'draft', now(), 1, $2, $3, $4, $4, now(), now()) RETURNING id),
  told AS (
    INSERT INTO events (type, consultation_id, subject_id, actor_id, audience, occurred_at)
    SELECT 'consultation.create', id, id::text, $4, 'town', now() FROM made)
  SELECT id FROM made`;

const LIST = `WITH asked AS (SELECT consultation_id AS id FROM ministry_cases WHERE ministry_id = $2 AND state = $1
    ORDER BY due_on, consultation_id LIMIT $3)
  SELECT ${ITEM}, (SELECT count(*)::int FROM (SELECT 1 FROM ministry_cases WHERE ministry_id = $2 AND state = $1 LIMIT 1001) x) AS total
  FROM asked JOIN consultations c ON c.id = asked.id ${NAMED} ORDER BY c.due_on, c.id`;

const ONE = `SELECT ${ITEM}, c.karte, c.version,
    (SELECT coalesce(jsonb_agg(to_jsonb(e) ORDER BY e.id DESC), '[]') FROM (
       SELECT e.id, e.type, e.occurred_at, e.reason, e.data, p.name AS actor
       FROM events e LEFT JOIN people p ON p.id = e.actor_id WHERE e.consultation_id = c.id ORDER BY e.id DESC LIMIT 5) e) AS history,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'text', d.text, 'author', p.name, 'writtenAt', d.written_at)
       ORDER BY d.written_at), '[]') FROM additions d JOIN people p ON p.id = d.author_id WHERE d.consultation_id = c.id) AS additions
  FROM consultations c ${NAMED} WHERE c.id = $1`;

const SEARCH = `WITH hits AS MATERIALIZED (
    SELECT c.id, c.submitted_at FROM searched_cases d JOIN consultations c ON c.id = d.consultation_id
    WHERE d.grams @@ $1::tsquery AND c.search_text LIKE $2 AND c.number IS NOT NULL),
  newest AS (SELECT id FROM hits ORDER BY submitted_at DESC, id LIMIT 50)
  SELECT ${ITEM}, (SELECT count(*)::int FROM hits) AS total
  FROM newest JOIN consultations c ON c.id = newest.id ${NAMED} ORDER BY c.submitted_at DESC, c.id`;

const TRIAGE = `WITH moved AS (
    UPDATE consultations SET state = 'triaged', state_since = now(), state_due_on = current_date + 5, field_codes = $3, priority = $4,
      owner_id = $5 WHERE id = $1 AND state = 'checking' RETURNING id),
  noted AS (INSERT INTO notes (consultation_id, author_id, text, written_at) SELECT id, $2, $6, now() FROM moved RETURNING id),
  told AS (
    INSERT INTO events (type, consultation_id, subject_id, actor_id, audience, data, occurred_at)
    SELECT type, moved.id, moved.id::text, $2, audience, data, now() FROM moved, (
      VALUES ('consultation.triage', 'town', $7::jsonb), ('consultation.note', 'inward', '{}')) AS e (type, audience, data))
  SELECT id FROM moved`;

const FIGURES = `SELECT
  (SELECT jsonb_agg(x) FROM (SELECT state, count(*) FROM consultations WHERE number IS NOT NULL GROUP BY 1) x) AS states,
  (SELECT jsonb_agg(x) FROM (SELECT ministry_id, state, count(*) FROM ministry_cases GROUP BY 1, 2) x) AS ministries,
  (SELECT jsonb_build_object('n', count(*), 'mean', round(avg(score), 1)) FROM survey_responses WHERE survey = 'consultation')
    AS satisfaction`;

/** Runs a statement that each connection plans once. */
async function ask(name, text, values) {
  const { rows } = await pool.query({ name, text, values });
  return rows;
}

async function page(name, text, values) {
  const rows = await ask(name, text, values);
  return { items: rows, total: rows[0]?.total ?? 0 };
}

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

/** The query that finds all pairs of neighbouring characters of a word. */
const pairs = (word) =>
  [...word]
    .slice(1)
    .map((character, i) => `'${[...word][i]}${character}'`)
    .join(' & ');

async function create(request) {
  const { municipalityCode, karte } = await bodyOf(request);
  const values = [municipalityCode, JSON.stringify(karte), karte.title, request.headers['x-person']];
  return [201, (await ask('create', CREATE, values))[0]];
}

async function triage(request, id) {
  const { note, ...rest } = await bodyOf(request);
  const values = [
    id,
    request.headers['x-person'],
    rest.fieldCodes,
    rest.priority,
    rest.ownerId,
    note,
    JSON.stringify(rest),
  ];
  return (await ask('triage', TRIAGE, values)).length === 1 ? [204] : [409, {}];
}

async function answer(request) {
  const { pathname, searchParams } = new URL(request.url, 'http://floor');
  const [, , kind, id, step] = pathname.split('/');
  const q = searchParams.get('q');
  if (kind === 'dashboard') return [200, (await ask('figures', FIGURES, []))[0]];
  if (step === 'triage') return triage(request, id);
  if (id) return [200, (await ask('one', ONE, [id]))[0]];
  if (request.method === 'POST') return create(request);
  if (q) return [200, await page('search', SEARCH, [pairs(q), `%${q}%`])];
  return [
    200,
    await page('list', LIST, [searchParams.get('state'), searchParams.get('ministry'), searchParams.get('size')]),
  ];
}

createServer((request, response) =>
  answer(request).then(
    ([status, content]) => {
      if (content === undefined) return response.writeHead(status).end();
      const text = JSON.stringify(content);
      response
        .writeHead(status, {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(text),
        })
        .end(text);
    },
    (error) => {
      console.error(error);
      response.writeHead(500).end();
    },
  ),
).listen(Number(process.env.PORT), '127.0.0.1');

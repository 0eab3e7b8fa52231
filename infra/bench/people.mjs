// Who works with the system under test: 60 officers, and one person in each of the organisations.

import { randomFrom } from '../random.mjs';
import { uuidOf } from './cases.mjs';
import { fullName } from './words.mjs';

const DESK = 25;
const MANAGERS = 4;
const OFFICERS = 60;
export const PASSWORD = 'a long password for the bench';

/** Makes them. Answers the ids: { desk, managers, ministries, towns }, the last in the order of `towns`. */
export async function settle(db, { towns, ministries }, passwordHash) {
  const roles = [
    ...Array(DESK).fill(['desk', null]),
    ...Array(MANAGERS).fill(['manager', null]),
    ...Array.from({ length: OFFICERS - DESK - MANAGERS }, (_, i) => ['ministry', ministries[i % ministries.length]]),
    ...towns.map((code) => ['municipality', code]),
  ];
  const rows = roles.map(([role, of], i) => ({
    id: uuidOf('person', i),
    email: `${role}${i}@bench.example`,
    name: fullName(randomFrom(i)),
    role,
    municipality: role === 'municipality' ? of : null,
    ministry: role === 'ministry' ? of : null,
  }));
  const from =
    'FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, email text, name text, role text, municipality text, ministry text)';
  const given = JSON.stringify(rows);
  await db.query(
    `INSERT INTO people (id, email, name, kana, password_hash) SELECT id, email, name, 'たんとう しゃ', $2 ${from}`,
    [given, passwordHash],
  );
  await db.query(
    `INSERT INTO grants (person_id, role, municipality_code, ministry_id) SELECT id, role, municipality, ministry ${from}`,
    [given],
  );
  const ids = (role) => rows.filter((row) => row.role === role).map(({ id }) => id);
  return { desk: ids('desk'), managers: ids('manager'), ministries: ids('ministry'), towns: ids('municipality'), rows };
}

/** Signs somebody in as a browser does. Answers what a request of theirs bears. */
export async function signIn(origin, { id, email }) {
  const answer = await fetch(`${origin}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  if (answer.status !== 204) throw new Error(`${email} could not sign in: ${answer.status}`);
  const [cookie] = answer.headers.getSetCookie();
  return { cookie: cookie.split(';')[0], 'x-person': id };
}

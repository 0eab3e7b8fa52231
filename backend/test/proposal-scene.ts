import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Clock } from '../src/calendar/clock.js';
import type { Karte } from '../src/contract/forms.js';
import { loadHighs } from '../src/matching/highs.js';
import type { Problem } from '../src/matching/problem.js';
import type { MatchingAnswer, MatchingTask } from '../src/matching/solve.js';
import { solve } from '../src/matching/solve.js';
import type { Outcome } from '../src/matching/solver.js';
import { Infeasible } from '../src/matching/start.js';
import { firstLetter } from '../src/proposals/letter-text.js';
import { problemOfRound } from '../src/proposals/problem-of-round.js';
import { SolveProposal } from '../src/proposals/solve-proposal.job.js';
import { SolverThreads } from '../src/proposals/solver-threads.js';
import { keepVersion } from '../src/proposals/stored-proposal.js';
import { RoundEntity } from '../src/rounds/round.entity.js';
import { aPerson, grant } from './builders.js';
import { aRound } from './round-scene.js';

/** The same search without a thread: jest has no files that a thread could load. */
class SearchHere extends SolverThreads {
  override start(task: MatchingTask, progress: (answer: MatchingAnswer) => void) {
    return { outcome: searched(task, progress), end: () => undefined };
  }
}

async function searched(task: MatchingTask, progress: (answer: MatchingAnswer) => void): Promise<Outcome> {
  try {
    return { answer: solve(await loadHighs(), task, progress) };
  } catch (error) {
    if (error instanceof Infeasible) return { conflict: error.conflict };
    throw error;
  }
}

/** Does the work that waits, as the worker would. */
export async function solveAll(db: DataSource): Promise<void> {
  const job = new SolveProposal(db, new Clock(), new SearchHere());
  const waiting: { id: string }[] = await db.query(
    `SELECT e.id FROM events e JOIN proposals p ON p.id::text = e.subject_id
     WHERE e.type = 'proposal.ask' AND p.state IN ('waiting', 'solving') ORDER BY e.id`,
  );
  for (const { id } of waiting) await job.run({ eventId: id });
}

const FIELDS = ['transport', 'tourism', 'migration', 'digital'];
const MINISTRIES = ['mlit', 'maff', 'meti', 'mext'];
const GRADES = ['junior', 'middle', 'senior'];

/** A round in its 編成: towns that were chosen, and officers whose superiors agreed. */
export async function aMatchingRound(db: DataSource, by: string, shape = { towns: 3, officers: 12 }): Promise<string> {
  const { id } = await aRound(db, by, { state: 'matching' });
  await db.query('UPDATE rounds SET team_size = 2 WHERE id = $1', [id]);
  const towns: { code: string }[] = await db.query(
    `SELECT code FROM municipalities WHERE kind = 'town' AND valid_to IS NULL ORDER BY code LIMIT $1`,
    [shape.towns],
  );
  for (const [at, { code }] of towns.entries()) {
    const problems = [at, at + 1].map((field) => ({ field: FIELDS[field % FIELDS.length] as string, text: '課題' }));
    await apply(db, id, by, {
      kind: 'town',
      state: 'chosen',
      code,
      ministry: null,
      sheet: { problems },
      serial: at + 1,
    });
  }
  for (let at = 0; at < shape.officers; at++) {
    const person = await aPerson(db, grant('officer'));
    const sheet = {
      ...{ division: '総合政策局', position: '係長', grade: GRADES[at % 3] as string },
      fields: [{ field: FIELDS[at % FIELDS.length] as string, years: String(1 + ((at * 5) % 12)) }],
      localExperience: at % 2 === 0 ? 'yes' : 'no',
    };
    const ministry = MINISTRIES[at % MINISTRIES.length] as string;
    const application = await apply(db, id, person.id, {
      ...{ kind: 'officer', state: 'submitted', code: null, ministry, sheet, serial: at + 1 },
    });
    await db.query(
      `INSERT INTO consents (application_id, superior, address, asked_at, answered_at, agreed)
       VALUES ($1, '課長', 'kacho@ministries.example', $2, $2, true)`,
      [application, new Clock().now()],
    );
  }
  return id;
}

interface Applied {
  kind: 'town' | 'officer';
  state: string;
  code: string | null;
  ministry: string | null;
  sheet: Karte;
  serial: number;
}

async function apply(db: DataSource, roundId: string, by: string, one: Applied): Promise<string> {
  const id = randomUUID();
  const number = `試験-${one.kind}-${roundId.slice(0, 8)}-${String(one.serial).padStart(4, '0')}`;
  await db.query(
    `INSERT INTO applications (id, round_id, kind, state, state_since, municipality_code, ministry_id, sheet, serial, number,
       submitted_at, submitted_by, created_by, updated_by, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $5, $11, $11, $11, $5, $5)`,
    [
      ...[id, roundId, one.kind, one.state, new Clock().now(), one.code, one.ministry, JSON.stringify(one.sheet)],
      ...[one.serial, number, by],
    ],
  );
  return id;
}

/** The problem a proposal keeps, for the check of rules. */
export async function keptProblem(db: DataSource, id: string): Promise<Problem> {
  const [{ problem }]: [{ problem: Problem }] = await db.query('SELECT problem FROM proposals WHERE id = $1', [id]);
  return problem;
}

/** An 編成案 of one town straight into the tables; solved unless told otherwise. */
export async function aProposal(db: DataSource, by: string, state: 'waiting' | 'done' = 'done') {
  const round = await aMatchingRound(db, by, { towns: 1, officers: 4 });
  const entity = await db.getRepository(RoundEntity).findOneByOrFail({ id: round });
  const { problem, labels } = await problemOfRound(db, entity);
  const now = new Clock().now();
  const done = state === 'done';
  const [{ id }]: [{ id: string }] = await db.query(
    `INSERT INTO proposals (round_id, serial, name, note, fair, seconds, problem, labels, settings, state, version, ended_at,
       created_by, created_at) VALUES ($1, 1, '試験の案', '', false, 10, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
    [
      ...[round, JSON.stringify(problem), JSON.stringify(labels), JSON.stringify(entity.matching), state],
      ...[done ? 1 : 0, done ? now : null, by, now],
    ],
  );
  const [town, officers] = [problem.municipalities[0]?.id ?? '', problem.officers.map((one) => one.id)];
  if (done) {
    await keepVersion(db.manager, id, {
      ...{ version: 1, follows: null, what: '計算', reason: '', rules: [], total: 1, minimum: 1, bound: 1 },
      minimumBound: null,
      ...{ teams: [{ municipality: town, officers: officers.slice(0, 2) }], status: 'feasible', madeBy: null, at: now },
    });
  }
  return { id, round, municipality: town, officer: officers[0] ?? '' };
}

/** A round whose teams were appointed; made public only when told. */
export async function anAppointment(db: DataSource, by: string, published: boolean): Promise<string> {
  const { id, round } = await aProposal(db, by);
  const now = new Clock().now();
  await db.query(
    `INSERT INTO appointments (round_id, proposal_id, version, reason, approved_by, approved_at, letter, published_at,
       published_by) VALUES ($1, $2, 1, '試験', $3, $4, $5, $6, $7)`,
    [
      ...[round, id, by, now, JSON.stringify(firstLetter('試験の発信者', '2027-04-09'))],
      ...[published ? now : null, published ? by : null],
    ],
  );
  await db.query(`UPDATE rounds SET state = 'appointed' WHERE id = $1`, [round]);
  return round;
}

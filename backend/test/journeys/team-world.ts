import type { DataSource } from 'typeorm';
import { Clock } from '../../src/calendar/clock.js';
import type { Karte } from '../../src/contract/forms.js';
import type { Role } from '../../src/contract/identity.js';
import type { RoundState } from '../../src/contract/rounds.js';
import { anApplication, anOfficerSheet, aTownSheet } from '../application-scene.js';
import { aPerson, grant } from '../builders.js';
import { anAppointment, aProposal } from '../proposal-scene.js';
import { aRound } from '../round-scene.js';
import { aTeam } from '../team-scene.js';
import { aTeamSurvey } from '../team-survey-scene.js';
import { TOWNS } from './passers-by.js';
import { json, put, putBare } from './rows.js';
import { addEntries } from './team-entries.js';
import type { SayOfYear, YearTold } from './team-facts.js';
import type { KnownTeam } from './team-oracle.js';

export type Person = Awaited<ReturnType<typeof aPerson>>;

export interface YearFact {
  marker: string;
  told: YearTold;
}

export interface YearWorld {
  people: Person[];
  teams: KnownTeam[];
  facts: YearFact[];
  cases: { objects: Record<string, string[]> }[];
}

interface Making {
  db: DataSource;
  secretariat: Person;
  manager: Person;
  officers: Person[];
  world: YearWorld;
  say: SayOfYear;
}

const LEADING = '016331';
const JOINED = '016322';

/** Rounds in all their states with everything that is written in them, and people of every role here and there. */
export async function aYearWorld(db: DataSource): Promise<YearWorld> {
  const world: YearWorld = { people: [], teams: [], facts: [], cases: [] };
  const add = async (...grants: Parameters<typeof aPerson>[1][]) => {
    const person = await aPerson(db, ...grants);
    world.people.push(person);
    return person;
  };
  const [secretariat, manager] = [await add(grant('secretariat')), await add(grant('manager'))];
  for (const role of ['desk', 'admin'] satisfies Role[]) await add(grant(role));
  for (const ministryId of ['meti', 'mlit']) await add(grant('ministry', { ministryId }));
  for (const municipalityCode of ['010006', '220001']) await add(grant('prefecture', { municipalityCode }));
  for (const municipalityCode of Object.keys(TOWNS)) await add(grant('municipality', { municipalityCode }));
  await add(grant('approver', { municipalityCode: LEADING }));
  const officers: Person[] = [];
  for (let many = 0; many < 7; many += 1) officers.push(await add(grant('officer')));
  await add(
    grant('officer'),
    grant('municipality', { municipalityCode: '223069' }),
    grant('prefecture', { municipalityCode: '010006' }),
  );
  const say: SayOfYear = (told) => {
    const marker = `MK${String(world.facts.length + 1).padStart(5, '0')}Q`;
    world.facts.push({ marker, told });
    return marker;
  };
  const making: Making = { db, secretariat, manager, officers, world, say };
  await addTeams(making);
  await addSelection(making);
  await addProposals(making);
  return world;
}

/** A team that runs for two towns and that somebody left for another, one that ended, one whose year is over, one before it. */
async function addTeams(making: Making): Promise<void> {
  const [one, two, moved, past, ahead, gone] = making.officers as [Person, Person, Person, Person, Person, Person];
  const first = await addTeam(making, { towns: [LEADING, JOINED], officers: [one, two, moved], state: 'running' });
  const { id: left } = first.team;
  await making.db.query(`UPDATE team_members SET left_on = joined_on WHERE team_id = $1 AND person_id = $2`, [
    ...[left, moved.id],
  ]);
  first.team.officers = [one.id, two.id];
  const second = await addTeam(making, { towns: ['223069'], officers: [moved], state: 'running' });
  const over = await addTeam(making, { towns: ['016314'], officers: [past], state: 'ended' });
  const before = await addTeam(making, { towns: ['223042'], officers: [ahead], state: 'appointed' });
  const ended = await addTeam(making, { towns: ['223042'], officers: [gone], state: 'running' });
  ended.team.ended = true;
  await making.db.query('UPDATE teams SET ended_at = now() WHERE id = $1', [ended.team.id]);
  for (const { team, roundId } of [first, second, over, before, ended]) {
    const by = team.officers[0] ?? '';
    const objects = await addEntries({ ...making, team, by, owner: making.secretariat.id });
    const requests = objects['support-requests'] ?? [];
    making.world.cases.push({ objects: { ...objects, consultations: requests, teams: [team.id], rounds: [roundId] } });
    await addWish(making, team);
  }
  for (const { roundId } of [first, second]) await addSurveys(making, roundId);
}

interface Company {
  towns: [string, ...string[]];
  officers: Person[];
  state: RoundState;
}

async function addTeam(
  making: Making,
  { towns, officers, state }: Company,
): Promise<{ team: KnownTeam & { officers: string[] }; roundId: string }> {
  const { db, secretariat, world, say } = making;
  const [code, ...members] = towns;
  const { id, roundId } = await aTeam(db, secretariat.id, { officers, town: secretariat, code, state });
  const team = { id, towns, officers: officers.map((one) => one.id), roundState: state, ended: false };
  world.teams.push(team);
  const [{ application }]: [{ application: string }] = await db.query(
    'SELECT application_id AS application FROM teams WHERE id = $1',
    [id],
  );
  await keepSheet(db, application, townWords(making, { towns, team }));
  for (const [position, member] of members.entries())
    await putBare(db, 'application_places', { application_id: application, what: 'member', position, code: member });
  await db.query('UPDATE applications SET decision_reason = $2 WHERE id = $1', [application, say({ kind: 'inside' })]);
  const word = () => say({ kind: 'outcomeLetter', towns });
  const body = { number: '試験', addressee: word(), subject: word(), paragraphs: [word()], sender: '事務局' };
  await put(db, 'outcome_letters', {
    ...{ application_id: application, outcome: 'chosen', body: json(body) },
    ...{ issued_at: new Clock().now(), issued_by: secretariat.id },
  });
  world.cases.push({ objects: { applications: [application] } });
  return { team, roundId };
}

/** What the team begins with it reads; the rest is between the town and those who run 伴走支援. */
function townWords({ say }: Making, { towns, team }: Pick<YearTold, 'towns' | 'team'>): Karte {
  const shown = () => say({ kind: 'townApplication', towns, ...(team && { team }) });
  return aTownSheet({
    ...{ wish: shown(), problems: [{ field: 'transport', text: shown() }] },
    setUp: say({ kind: 'townApplication', ...(towns && { towns }) }),
  });
}

const keepSheet = (db: DataSource, id: string, sheet: Karte): Promise<unknown> =>
  db.query('UPDATE applications SET sheet = $2 WHERE id = $1', [id, JSON.stringify(sheet)]);

async function addWish({ db, secretariat, say }: Making, { id, towns }: KnownTeam): Promise<void> {
  const said = { said_at: new Clock().now(), said_by: secretariat.id };
  await putBare(db, 'continuation_wishes', { team_id: id, years: 1, note: say({ kind: 'wish', towns }), ...said });
  const decided = { decided_by: secretariat.id, decided_at: new Clock().now() };
  await putBare(db, 'continuations', {
    ...{ team_id: id, outcome: 'notCarried', reason: say({ kind: 'inside' }), ...decided },
  });
}

/** One that is over, one that is open, and one that too few answered. */
async function addSurveys({ db, secretariat, world, say }: Making, roundId: string): Promise<void> {
  const surveys: string[] = [];
  for (const [survey, occasion, since, answers] of [
    ['companion-town', 'half', 20, 5],
    ['companion-officer', 'half', 0, 5],
    ['companion-officer', 'end', 20, 2],
  ] as const) {
    const { id } = await aTeamSurvey(db, secretariat.id, { roundId, survey, occasion, since });
    for (let many = 0; many < answers; many += 1) {
      const word = say({ kind: answers === 5 && since > 0 ? 'inside' : 'unreadAnswer' });
      const [{ questions }]: [{ questions: { id: string; kind: string }[] }] = await db.query(
        `SELECT d.questions FROM team_surveys s JOIN survey_definitions d USING (survey, version) WHERE s.id = $1`,
        [id],
      );
      const text = questions.find(({ kind }) => kind === 'text')?.id ?? '';
      await putBare(db, 'team_survey_responses', {
        ...{ key: `${id}-${many}`, team_survey_id: id, answers: json({ overall: 4, [text]: word }), handed_in: true },
      });
    }
    surveys.push(id);
  }
  world.cases.push({ objects: { 'team-surveys': surveys, rounds: [roundId] } });
}

/** A round under 審査: drafts, sheets of which some are open, a superior who did not agree, and who was not chosen. */
async function addSelection(making: Making): Promise<void> {
  const { db, secretariat, manager, world, say } = making;
  const applicant = making.officers[6] as Person;
  const objects: Record<string, string[]> = { applications: [], rounds: [] };
  for (const state of ['open', 'selecting', 'matching'] as const) {
    const { id: round } = await aRound(db, secretariat.id, { state });
    objects.rounds?.push(round);
    const towns = ['223069'];
    const draft = state === 'open';
    const sheet = draft ? aTownSheet({ wish: say({ kind: 'draftApplication', towns }) }) : townWords(making, { towns });
    const of = { state: draft ? 'draft' : state === 'selecting' ? 'submitted' : 'notChosen' } as const;
    const { id } = await anApplication(db, round, secretariat.id, { ...of, code: '223069', sheet });
    const ties = [{ place: '北海道', reason: say({ kind: 'officerApplication', person: applicant.id }) }];
    const own = { kind: 'officer', state: 'submitted', sheet: anOfficerSheet({ ties }) } as const;
    const { id: officer } = await anApplication(db, round, applicant.id, own);
    await addRefusal(making, officer, applicant);
    objects.applications?.push(id, officer);
    if (draft) continue;
    for (const [reviewer, open] of [
      [secretariat, false],
      [manager, state === 'selecting'],
    ] as const) {
      const kind = state === 'selecting' ? 'openReview' : 'inside';
      await putBare(db, 'reviews', {
        ...{ application_id: id, reviewer_id: reviewer.id, comment: say({ kind, person: reviewer.id }) },
        ...{
          scores: json({ problem: 3 }),
          assigned_at: new Clock().now(),
          handed_in_at: open ? null : new Clock().now(),
        },
      });
    }
    if (state === 'matching')
      await db.query('UPDATE applications SET decision_reason = $2 WHERE id = $1', [id, say({ kind: 'inside' })]);
  }
  world.cases.push({ objects });
}

async function addRefusal({ db, say }: Making, application: string, { id: person }: Person): Promise<void> {
  const at = new Clock().now();
  const asked = { superior: say({ kind: 'consentReason', person }), address: 'kacho@ministries.example', asked_at: at };
  const refused = { answered_at: at, agreed: false, reason: say({ kind: 'consentReason', person }) };
  await put(db, 'consents', { application_id: application, ...asked, ...refused });
}

async function addProposals({ db, secretariat, world, say }: Making): Promise<void> {
  const word = () => say({ kind: 'inside' });
  const { id, round } = await aProposal(db, secretariat.id);
  await db.query('UPDATE proposals SET name = $2, note = $3 WHERE id = $1', [id, word(), word()]);
  await db.query('UPDATE proposal_versions SET reason = $2 WHERE proposal_id = $1', [id, word()]);
  const appointed = await anAppointment(db, secretariat.id, true);
  await db.query(
    `UPDATE appointments SET reason = $2, letter = letter || jsonb_build_object('subject', $3::text, 'body', $4::text)
     WHERE round_id = $1`,
    [appointed, word(), word(), word()],
  );
  world.cases.push({ objects: { proposals: [id], rounds: [round, appointed] } });
}

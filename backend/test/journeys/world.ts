import type { DataSource } from 'typeorm';
import { SheetState } from '../../src/contract/case-sheets.js';
import type { InquiryState } from '../../src/contract/inquiries.js';
import { ConsultationState } from '../../src/contract/lifecycle.js';
import { MeetingState } from '../../src/contract/meetings.js';
import { aPerson, grant } from '../builders.js';
import { addActionItem, addMeeting, addNote, addSheet, addSurvey } from './around-case.js';
import { addInquiry, addReply } from './asked-case.js';
import type { Dice } from './dice.js';
import type { Say, Told } from './facts.js';
import type { KnownCase } from './oracle.js';
import { MINISTRIES, someDivision, someGrants, TOWNS } from './passers-by.js';
import { put } from './rows.js';
import { ASKED, mergeInto } from './scene.js';
import { addTownsWritings, aStandingCase, type Cast, isReplied, type Standing } from './standing-case.js';

export type Person = Awaited<ReturnType<typeof aPerson>>;

/** Words that only one text in the world has, and for whom they are. */
export interface Fact {
  marker: string;
  told: Told;
  of: WorldCase;
}

export interface WorldCase extends KnownCase {
  id: string;
  state: ConsultationState;
  number: string | null;
  facts: Fact[];
  /** What of it can be asked for, by the beginning of its address. */
  objects: Record<string, string[]>;
}

export interface World {
  people: Person[];
  cases: WorldCase[];
  facts: Fact[];
}

/** A world that the dice make: people in roles here and there, cases in all states, with every kind of text. */
export async function aWorld(db: DataSource, throws: Dice, size: { people: number; cases: number }): Promise<World> {
  const people: Person[] = [];
  for (let i = 0; i < size.people; i += 1) people.push(await aPerson(db, ...someGrants(throws, i)));
  const cast = aCast(people, await aPerson(db, grant('desk')), await aPerson(db, grant('manager')));
  const cases: WorldCase[] = [];
  for (let i = 0; i < size.cases; i += 1) {
    const state = ConsultationState.options[i % ConsultationState.options.length] ?? 'draft';
    cases.push(await aWorldCase(db, throws, cast, state));
  }
  for (const ministry_id of MINISTRIES) {
    await put(db, 'contacts', { ministry_id, name: '連絡先', email: 'madoguchi@go.example', valid_from: '2026-04-01' });
  }
  return { people, cases, facts: cases.flatMap(({ facts }) => facts) };
}

function aCast(people: readonly Person[], desk: Person, manager: Person): Cast {
  const townsman = people[0]?.id ?? '';
  return { townsman, desk: desk.id, manager: manager.id, official: () => desk.id };
}

let marks = 0;
let sheets = 0;

async function aWorldCase(db: DataSource, throws: Dice, cast: Cast, state: ConsultationState): Promise<WorldCase> {
  const municipalityCode = throws.pick(Object.keys(TOWNS));
  const about = {
    ...{ state, municipalityCode, sharePrefecture: throws.chance(0.5), shareTeam: throws.chance(0.5) },
    members: throws.some(
      Object.keys(TOWNS).filter((code) => code !== municipalityCode),
      0.2,
    ),
    ...{ proxy: throws.chance(0.2), neverSubmitted: state === 'withdrawn' && throws.chance(0.5) },
  };
  const facts: Fact[] = [];
  const known: WorldCase = {
    ...{ ...about, id: '', number: null, prefectureCode: TOWNS[municipalityCode] ?? '', submitted: false },
    ...{ asked: [], facts, objects: {} },
  };
  const say: Say = (told) => {
    marks += 1;
    const marker = `MK${String(marks).padStart(5, '0')}Q`;
    facts.push({ marker, told, of: known });
    return marker;
  };
  const standing = await aStandingCase(db, cast, about, say);
  const [{ number }] = await db.query('SELECT number FROM consultations WHERE id = $1', [standing.id]);
  Object.assign(known, {
    id: standing.id,
    number,
    submitted: standing.submitted,
    objects: { consultations: [standing.id] },
  });
  await addTownsWritings(db, standing);
  if (standing.submitted) await addTheRest(db, throws, standing, known);
  known.objects.attachments = await idsOf(db, 'attachments', standing.id);
  return known;
}

async function addTheRest(db: DataSource, throws: Dice, standing: Standing, known: WorldCase): Promise<void> {
  const asked = await addInquiries(db, throws, standing, known);
  if (standing.state === 'merged')
    await mergeInto(
      db,
      standing,
      await aStandingCase(db, standing.cast, { ...standing, state: 'checking' }, standing.say),
    );
  await addNote(db, standing, null);
  for (const ministry of MINISTRIES) if (throws.chance(0.5)) await addNote(db, standing, ministry);
  for (const state of MeetingState.options) await addMeeting(db, standing, state, throws.some(MINISTRIES, 0.4));
  for (const owner of ['town', 'desk'] as const) await addActionItem(db, standing, owner);
  await addActionItem(db, standing, 'ministry', throws.pick(MINISTRIES));
  if (isReplied(standing) || throws.chance(0.1)) await addReply(db, standing, 'approved', asked, 1);
  if (standing.state === 'drafting' || standing.state === 'approving')
    await addReply(db, standing, standing.state, asked, 2);
  if (standing.state === 'closed')
    for (const looked of ['after', 'notYet'] as const) await addSurvey(db, standing, looked);
  if (['followUp', 'closing', 'closed'].includes(standing.state)) {
    sheets += 1;
    const state = SheetState.options[sheets % SheetState.options.length] ?? 'drafting';
    const sheet = await addSheet(db, standing, state);
    if (state === 'published') known.objects['good-practices'] = [sheet];
  }
  if (throws.chance(0.3)) {
    await db.query(`UPDATE consultations SET practice_id = 'gp-1-01' WHERE id = $1`, [standing.id]);
  }
  known.objects.meetings = await idsOf(db, 'meetings', standing.id);
  known.objects['action-items'] = await idsOf(db, 'action_items', standing.id);
  known.objects.inquiries = await idsOf(db, 'inquiries', standing.id);
}

/** To two ministries or three; of those of a case under inquiry, one at least is still out. */
async function addInquiries(db: DataSource, throws: Dice, standing: Standing, known: WorldCase): Promise<string[]> {
  if (!ASKED.includes(standing.state)) return [];
  const live: InquiryState[] = ['asked', 'acknowledged', 'questioned'];
  const ended: InquiryState[] = ['answered', 'answered', 'notApplicable', 'cancelled'];
  const answers: string[] = [];
  const asked = throws.some(MINISTRIES, 0.6);
  for (const [index, ministryId] of asked.entries()) {
    const inquiring = standing.state === 'inquiring';
    const state = inquiring && index === 0 ? throws.pick(live) : throws.pick(inquiring ? [...live, ...ended] : ended);
    const divisionId = someDivision(throws, ministryId);
    const { answer } = await addInquiry(db, standing, { ministryId, divisionId, state });
    if (answer && state === 'answered') answers.push(answer);
    known.asked = [...known.asked, { ministryId, divisionId, cancelled: state === 'cancelled' }];
  }
  return answers;
}

async function idsOf(db: DataSource, table: string, consultationId: string): Promise<string[]> {
  const rows: { id: string }[] = await db.query(`SELECT id FROM ${table} WHERE consultation_id = $1 ORDER BY id`, [
    consultationId,
  ]);
  return rows.map(({ id }) => id);
}

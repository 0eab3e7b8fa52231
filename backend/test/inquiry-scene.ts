import type { DataSource } from 'typeorm';
import { Calendar } from '../src/calendar/calendar.js';
import { Clock } from '../src/calendar/clock.js';
import { Advance } from '../src/consultations/advance.js';
import type { AnswerDraft, RowDraft } from '../src/contract/answers.js';
import type { ConsultationState } from '../src/contract/lifecycle.js';
import type { Actor } from '../src/identity/actor.js';
import { AnsweringService } from '../src/inquiries/answering.service.js';
import { AskingService } from '../src/inquiries/asking.service.js';
import { DeskService } from '../src/inquiries/desk.service.js';
import { EarlierAnswers } from '../src/inquiries/earlier-answers.js';
import { InquiryQueries } from '../src/inquiries/inquiry.queries.js';
import { INQUIRY_INVARIANTS } from '../src/inquiries/invariants.js';
import { MinistryService } from '../src/inquiries/ministry.service.js';
import { Moves } from '../src/inquiries/moves.js';
import { QuestionsService } from '../src/inquiries/questions.service.js';
import { Suggesters } from '../src/routing/suggesters.js';
import { aConsultation, aPerson, grant, KAMISHIHORO } from './builders.js';

/** The services that inquiries are made of, on one database. */
export async function inquiryServices(db: DataSource) {
  const clock = new Clock();
  const calendar = await new Calendar(db, clock).reload();
  const advance = new Advance(clock, calendar);
  const moves = new Moves(db, clock, calendar, advance);
  return {
    advance,
    asking: new AskingService(db, clock, calendar, advance, moves),
    desk: new DeskService(moves, calendar, clock),
    ministry: new MinistryService(moves, calendar, clock),
    answering: new AnsweringService(moves, calendar),
    questions: new QuestionsService(db, advance),
    queries: new InquiryQueries(db, calendar, clock),
    earlier: new EarlierAnswers(db, new Suggesters(db)),
  };
}

export const QUESTIONS = ['自動運転バスに使える補助制度', '畜産バイオガスの売電に係る規制', '類似の取組の事例'];

/** A triaged case with three questions, its town and its desk officer. */
export async function aTriagedCase(db: DataSource, state: ConsultationState = 'triaged') {
  const town = await aPerson(db, grant('municipality', { municipalityCode: KAMISHIHORO }));
  const desk = await aPerson(db, grant('desk'));
  const { id } = await aConsultation(db, town, { state, ownerId: desk.id });
  const rows: { id: string }[] = await db.query(
    `INSERT INTO question_rows (consultation_id, position, text) SELECT $1, no, text
     FROM unnest($2::text[]) WITH ORDINALITY AS list (text, no) RETURNING id`,
    [id, QUESTIONS],
  );
  return { id, town, desk, questions: rows.map((row) => row.id) };
}

export const ofMinistry = (
  db: DataSource,
  ministryId: string,
  divisionId: string | null = null,
): Promise<Actor & { id: string }> => aPerson(db, grant('ministry', { ministryId, divisionId }));

export const anAnswer = (traits: Partial<AnswerDraft> = {}): AnswerDraft => ({
  kind: 'measure',
  measureName: '地域交通の実証に対する補助',
  points: '実証運行の車両費に使えます。',
  requirements: '地域公共交通計画への位置付け',
  callPeriod: '毎年4月',
  rateCeiling: '2分の1、上限5,000万円',
  division: '総合政策局 交通政策課',
  tel: '00-0000-0000',
  email: 'kotsu@mlit.example',
  url: 'https://www.mlit.example/hojo',
  public: true,
  ...traits,
});

export const answered = (questionRowId: string, traits: Partial<AnswerDraft> = {}): RowDraft => ({
  questionRowId,
  notApplicable: null,
  answers: [anAnswer(traits)],
});

export const declined = (questionRowId: string, suggestedMinistryId: string | null = null): RowDraft => ({
  questionRowId,
  notApplicable: { reason: '所管外のため', suggestedMinistryId },
  answers: [],
});

/** The names of the invariants of inquiries that do not hold. */
export async function brokenInvariants(db: DataSource): Promise<string[]> {
  const broken: string[] = [];
  for (const [name, sql] of Object.entries(INQUIRY_INVARIANTS)) if ((await db.query(sql)).length > 0) broken.push(name);
  return broken;
}

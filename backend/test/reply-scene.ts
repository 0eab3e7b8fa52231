import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Calendar } from '../src/calendar/calendar.js';
import { Clock } from '../src/calendar/clock.js';
import { Advance } from '../src/consultations/advance.js';
import type { Answer } from '../src/contract/answers.js';
import type { ConsultationState } from '../src/contract/lifecycle.js';
import type { ReplyPage } from '../src/contract/replies.js';
import { ApprovalsService } from '../src/replies/approvals.service.js';
import { DraftsService } from '../src/replies/drafts.service.js';
import { REPLY_INVARIANTS } from '../src/replies/invariants.js';
import { MeasuresService } from '../src/replies/measures.service.js';
import { OpenDrafts } from '../src/replies/open-drafts.js';
import { ReplyQueries } from '../src/replies/reply.queries.js';
import { ReplySettingsService } from '../src/replies/reply-settings.service.js';
import { WorkshopQueries } from '../src/replies/workshop.queries.js';
import { aConsultation, aPerson, grant, KAMISHIHORO } from './builders.js';

/** The services that replies are made of, on one database. */
export async function replyServices(db: DataSource) {
  const clock = new Clock();
  const calendar = await new Calendar(db, clock).reload();
  const advance = new Advance(clock, calendar);
  const opened = new OpenDrafts(clock, advance);
  return {
    advance,
    drafts: new DraftsService(db, clock, calendar, advance, opened),
    measures: new MeasuresService(db, calendar, opened),
    approvals: new ApprovalsService(db, clock, calendar, advance),
    queries: new ReplyQueries(db, new WorkshopQueries(db, calendar)),
    settings: new ReplySettingsService(db, clock),
  };
}

type Row = { question: string; answers?: Partial<Answer>[]; declined?: string };

/** A finished 照会, straight into the tables: submitted answers and 該当なし. */
export async function aFinishedInquiry(
  db: DataSource,
  desk: { id: string },
  { consultation, ministry, rows }: { consultation: string; ministry: string; rows: Row[] },
) {
  const id = randomUUID();
  const now = new Clock().now();
  await db.query(
    `INSERT INTO inquiries (id, consultation_id, ministry_id, state, due_on, asked_by, asked_at, acknowledged_by,
       acknowledged_at, answered_at) VALUES ($1, $2, $3, 'answered', '2026-12-04', $4, $5, $4, $5, $5)`,
    [id, consultation, ministry, desk.id, now],
  );
  const ids: string[] = [];
  for (const { question, answers = [], declined } of rows) {
    await db.query(
      `INSERT INTO inquiry_rows (inquiry_id, question_row_id, ministry_id, division_key, state, reason)
       VALUES ($1, $2, $3, '', $4, $5)`,
      [id, question, ministry, declined ? 'notApplicable' : 'answered', declined ?? null],
    );
    for (const [position, answer] of answers.entries()) {
      const full = { ...ANSWER, ...answer, id: randomUUID() };
      ids.push(full.id);
      await db.query(
        `INSERT INTO answers (id, inquiry_id, question_row_id, position, kind, measure_name, points, requirements,
           call_period, rate_ceiling, division, tel, email, url, public)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
        [
          ...[full.id, id, question, position, full.kind, full.measureName, full.points, full.requirements],
          ...[full.callPeriod, full.rateCeiling, full.division, full.tel, full.email, full.url, full.public],
        ],
      );
    }
  }
  return { id, answers: ids };
}

const ANSWER: Omit<Answer, 'id'> = {
  kind: 'measure',
  measureName: '地域交通の実証に対する補助',
  points: '実証運行に使う車両の改造費と運行費に使えます。',
  requirements: '地域公共交通計画に位置付けること。',
  callPeriod: '令和9年4月1日（木）から令和9年5月14日（金）まで',
  rateCeiling: '2分の1以内、上限5,000万円',
  division: '総合政策局 交通政策課',
  tel: '00-0000-0001',
  email: 'kotsu@mlit.example',
  url: 'https://www.mlit.example/hojo',
  public: true,
};

/** A case with two questions, to which two ministries answered and one declined; and the people around it. */
export async function anAnsweredCase(db: DataSource, state: ConsultationState = 'collected') {
  const town = await aPerson(db, grant('municipality', { municipalityCode: KAMISHIHORO }));
  const desk = await aPerson(db, grant('desk'));
  const manager = await aPerson(db, grant('manager'));
  const second = await aPerson(db, grant('manager'));
  const { id } = await aConsultation(db, town, { state, ownerId: desk.id });
  const questions: { id: string }[] = await db.query(
    `INSERT INTO question_rows (consultation_id, position, text)
     VALUES ($1, 1, '自動運転バスに使える補助制度を知りたい。'), ($1, 2, '売電の規制を知りたい。') RETURNING id`,
    [id],
  );
  const [first, other] = [questions[0]?.id ?? '', questions[1]?.id ?? ''];
  const mlit = await aFinishedInquiry(db, desk, {
    consultation: id,
    ministry: 'mlit',
    rows: [
      { question: first, answers: [{}, { measureName: '車両の規格の相談', kind: 'interpretation' }] },
      { question: other, declined: '所管外のため' },
    ],
  });
  const meti = await aFinishedInquiry(db, desk, {
    consultation: id,
    ministry: 'meti',
    rows: [{ question: other, answers: [{ measureName: '売電の手続', division: '', email: 'denki@meti.example' }] }],
  });
  return { id, town, desk, manager, second, first, other, answers: [...mlit.answers, ...meti.answers] };
}

/** What the desk would send back unchanged. */
export function contentOf({ reply }: ReplyPage) {
  if (!reply) throw new Error('there is no reply');
  const { version, subject, greeting, passages, contacts, closing } = reply;
  return { version, subject, greeting, passages, contacts, closing };
}

/** A case whose reply waits for 決裁. */
export async function aCaseInApproval(db: DataSource) {
  const scene = await anAnsweredCase(db);
  const { drafts, approvals } = await replyServices(db);
  const { version } = await drafts.draft(scene.desk, scene.id);
  await approvals.request(scene.desk, scene.id, { version, confirmed: false, reason: '' });
  return { ...scene, version };
}

/** A case whose reply was issued. */
export async function anIssuedReply(db: DataSource) {
  const scene = await aCaseInApproval(db);
  const { approvals } = await replyServices(db);
  await approvals.approve(scene.manager, scene.id, approving(scene.version));
  return scene;
}

export const approving = (version: number, standInFor: string | null = null) => ({
  version,
  comment: standInFor ? '出張中のため' : '',
  standInFor,
});

/** The names of the invariants of replies that do not hold. */
export async function brokenReplyInvariants(db: DataSource): Promise<string[]> {
  const broken: string[] = [];
  for (const [name, sql] of Object.entries(REPLY_INVARIANTS)) if ((await db.query(sql)).length > 0) broken.push(name);
  return broken;
}

/** The state of a case, as it stands in its row. */
export async function stateOf(db: DataSource, id: string): Promise<ConsultationState> {
  const [row]: { state: ConsultationState }[] = await db.query('SELECT state FROM consultations WHERE id = $1', [id]);
  return row?.state ?? 'draft';
}

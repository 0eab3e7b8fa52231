import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LinksService } from '../identity/links.service.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';
import { signLink } from '../platform/signing.js';
import { tokyo } from '../platform/sql/tokyo.js';
import type { Letter, Told } from './letter.js';
import { isOfTeam } from './mail-for-teams.js';
import type { MailRule } from './mail-rule.js';
import { type NoticeRow, wordsOf } from './notice-words.js';

interface Facts {
  number: string | null;
  title: string | null;
  municipality: string | null;
  /** It is about a request for 後方支援. */
  ofTeam?: boolean;
  due: Partial<Record<NonNullable<MailRule['due']>, string | null>>;
}

const SUBJECT = '【新結合相談】';
const SUBJECT_OF_ROUND = '【地方創生伴走支援】';

const isOfApplication = ({ rule }: NoticeRow): boolean => /^(application|consent|continuation)\./.test(rule);
const isOfTeamSurvey = ({ rule }: NoticeRow): boolean => rule.startsWith('teamSurvey.');
const isOfYear = ({ rule }: NoticeRow): boolean => rule.startsWith('round.');
const isOfRound = (notice: NoticeRow): boolean =>
  isOfApplication(notice) || isOfTeamSurvey(notice) || isOfYear(notice) || isOfTeam(notice.rule);

/** Makes the letter of one or several notices: number, title, date and link, never words from the case. */
@Injectable()
export class Letters {
  constructor(
    private readonly links: LinksService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(db: EntityManager, notices: readonly NoticeRow[]): Promise<Letter> {
    const [only, ...others] = notices;
    if (only && others.length === 0) {
      const { told, facts } = await this.tell(db, only);
      const about = facts.number ? `${facts.municipality} (${facts.number})` : (facts.municipality ?? 'お知らせ');
      return {
        subject: (isOfRound(only) || facts.ofTeam ? SUBJECT_OF_ROUND : SUBJECT) + about,
        parts: [{ title: null, told: [told] }],
      };
    }
    const parts = [];
    for (const [title, belongs] of PARTS) {
      const told = [];
      for (const notice of notices.filter(belongs)) told.push((await this.tell(db, notice)).told);
      if (told.length > 0) parts.push({ title, told });
    }
    return { subject: `${SUBJECT}お知らせ${notices.length}件`, parts };
  }

  private async tell(db: EntityManager, notice: NoticeRow): Promise<{ told: Told; facts: Facts }> {
    const facts = await this.facts(db, notice);
    const { heading, path, due } = wordsOf(notice);
    const told = {
      heading,
      number: facts.number,
      title: facts.title,
      dueOn: notice.due_on ?? (due && facts.due[due]) ?? null,
      link: await this.link(db, path, notice),
    };
    return { told, facts };
  }

  private async link(db: EntityManager, path: string, notice: NoticeRow): Promise<string> {
    if (path === 'invitation' || path === 'password') {
      const [event] = await db.query(`SELECT data ->> 'linkId' AS link FROM events WHERE id = $1`, [notice.event_id]);
      return this.links.address(path, event.link);
    }
    if (path === 'consent')
      return `${this.config.BASE_URL}/consent/${signLink(this.config.SECRET, 'consent', notice.subject_id)}`;
    if (path === 'survey')
      return `${this.config.BASE_URL}/survey/${signLink(this.config.SECRET, 'survey', notice.subject_id)}`;
    if (path === 'teamSurvey')
      return `${this.config.BASE_URL}/team-survey/${signLink(this.config.SECRET, 'teamSurvey', notice.subject_id)}`;
    return this.config.BASE_URL + path;
  }

  private async facts(db: EntityManager, notice: NoticeRow): Promise<Facts> {
    if (isOfTeam(notice.rule)) return teamFacts(db, notice.subject_id);
    if (isOfApplication(notice)) return applicationFacts(db, notice.subject_id);
    if (isOfTeamSurvey(notice)) return teamSurveyFacts(db, notice.subject_id);
    if (isOfYear(notice)) return roundFacts(db, notice.subject_id);
    const [row] = await db.query(
      `SELECT c.number, c.title, c.reply_due_on::text AS reply, c.state_due_on::text AS state,
              ${MUNICIPALITY_LABEL} AS municipality, c.team_id IS NOT NULL AS "ofTeam", i.due_on::text AS inquiry, s.closes_on::text AS survey
       FROM consultations c JOIN municipalities m ON m.code = c.municipality_code
       LEFT JOIN inquiries i ON i.id::text = $2 LEFT JOIN survey_invitations s ON s.id::text = $2 WHERE c.id = $1`,
      [notice.consultation_id, notice.subject_id],
    );
    return {
      number: row?.number ?? null,
      title: row?.title ?? null,
      municipality: row?.municipality ?? null,
      ofTeam: row?.ofTeam,
      due: row ?? {},
    };
  }
}

/** Of an 応募, or of what is asked about one: number, round and town. */
async function applicationFacts(db: EntityManager, subjectId: string): Promise<Facts> {
  const [row] = await db.query(
    `SELECT a.number, r.name AS title, ${MUNICIPALITY_LABEL} AS municipality,
            (${tokyo('c.closes_at')}::date)::text AS call
     FROM applications a JOIN rounds r ON r.id = a.round_id JOIN round_calls c ON (c.round_id, c.kind) = (a.round_id, a.kind)
     LEFT JOIN municipalities m ON m.code = a.municipality_code
     WHERE a.id = coalesce((SELECT application_id FROM consents WHERE id = $1::uuid), $1::uuid)`,
    [subjectId],
  );
  const { number, title, municipality, call } = row;
  return { number, title, municipality: municipality ?? title, due: { call } };
}

/** Of a team, or of a membership: the town and the round. */
async function teamFacts(db: EntityManager, subjectId: string): Promise<Facts> {
  const [row] = await db.query(
    `SELECT r.name, ${MUNICIPALITY_LABEL} AS municipality
     FROM teams t JOIN rounds r ON r.id = t.round_id JOIN municipalities m ON m.code = t.municipality_code
     WHERE t.id = coalesce((SELECT team_id FROM team_members WHERE id = $1::uuid), $1::uuid)`,
    [subjectId],
  );
  return {
    number: null,
    title: `${row.municipality}　支援チーム（${row.name}）`,
    municipality: row.municipality,
    due: {},
  };
}

/** Of a 年度 as a whole. */
async function roundFacts(db: EntityManager, roundId: string): Promise<Facts> {
  const [{ name }]: [{ name: string }] = await db.query('SELECT name FROM rounds WHERE id = $1', [roundId]);
  return { number: null, title: name, municipality: name, due: {} };
}

/** Of an invitation to a survey of 伴走支援: what it is called, of which team, and until when. */
async function teamSurveyFacts(db: EntityManager, subjectId: string): Promise<Facts> {
  const [row] = await db.query(
    `SELECT d.name AS title, ${MUNICIPALITY_LABEL} AS municipality, s.closes_on::text AS survey
     FROM team_survey_invitations i JOIN team_surveys s ON s.id = i.team_survey_id
     JOIN survey_definitions d ON (d.survey, d.version) = (s.survey, s.version)
     JOIN teams t ON t.id = i.team_id JOIN municipalities m ON m.code = t.municipality_code WHERE i.id = $1::uuid`,
    [subjectId],
  );
  const { title, municipality, survey } = row;
  return { number: null, title, municipality, due: { survey } };
}

const PARTS: readonly (readonly [string, (notice: NoticeRow) => boolean])[] = [
  ['期限を過ぎたもの', ({ step }) => step !== null && step > 0],
  ['期限が近いもの', ({ step }) => step !== null && step <= 0],
  ['新しい動き', ({ step }) => step === null],
];

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readableApplications } from '../applications/policy.js';
import { Clock } from '../calendar/clock.js';
import type { IssueLetters, Outcome, OutcomeLetter } from '../contract/selection.js';
import { record } from '../events/record.js';
import { type Actor, hasRole, personId } from '../identity/actor.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { authorize, DomainError, found } from '../platform/errors.js';
import { readSeed } from '../platform/seed.js';
import { binder } from '../platform/sql/bind.js';
import { AdvanceRound } from '../rounds/advance-round.js';
import { isSettled } from './policy.js';
import { UNTOLD } from './untold.js';

interface Templates {
  sender: string;
  letters: Record<Outcome, { subject: string; text: string }>;
}

interface Told {
  id: string;
  state: Outcome;
  number: string;
  place: number | null;
  reason: string | null;
  label: string;
}

type Body = Pick<OutcomeLetter, 'number' | 'addressee' | 'subject' | 'paragraphs' | 'sender'>;

/** 通知文: written once for all, merged for each, issued once for each outcome. */
@Injectable()
export class OutcomeLetters {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly rounds: AdvanceRound,
  ) {}

  /** @returns how many were issued: those whose outcome no letter told yet */
  async issue(actor: Actor, roundId: string, { texts }: IssueLetters): Promise<number> {
    authorize(hasRole(actor, 'secretariat'));
    const { sender, letters } = await readSeed<Templates>('rounds/letters.json');
    return this.db.transaction(async (tx) => {
      const round = await this.rounds.lock(tx, actor, roundId);
      if (!isSettled(round.state)) {
        throw new DomainError(
          'conflict',
          'selection.not_settled',
          '選定がまだ確定していません。選定を確定してから、通知文を送ってください。',
        );
      }
      if (round.state === 'ended') {
        throw new DomainError('conflict', 'selection.over', '終了した年度の通知文は、送れません。');
      }
      const untold: Told[] = await tx.query(
        `SELECT a.id, a.state, a.number, a.place, a.decision_reason AS reason, ${MUNICIPALITY_LABEL} AS label
         FROM applications a JOIN municipalities m ON m.code = a.municipality_code
         WHERE a.round_id = $1 AND ${UNTOLD}
         ORDER BY a.serial`,
        [roundId],
      );
      for (const told of untold) {
        const { subject, text } = letters[told.state];
        const fields = mergeFields(round.name, told);
        const body: Body = {
          ...{ number: told.number, addressee: `${told.label} 御中`, sender, subject: merged(subject, fields) },
          paragraphs: merged(texts[told.state] ?? text, fields).split('\n'),
        };
        await tx.query(
          'INSERT INTO outcome_letters (application_id, outcome, body, issued_at, issued_by) VALUES ($1, $2, $3, $4, $5)',
          [told.id, told.state, JSON.stringify(body), this.clock.now(), personId(actor)],
        );
        await record(tx, { type: 'application.letter', subjectId: told.id, actor, data: { outcome: told.state } });
      }
      return untold.length;
    });
  }

  /** The newest letter of an 応募. @throws DomainError notFound, also before there is one */
  async of(actor: Actor, applicationId: string): Promise<OutcomeLetter> {
    const { bind, values } = binder();
    const [row]: { outcome: Outcome; body: Body; issuedAt: Date }[] = await this.db.query(
      `SELECT l.outcome, l.body, l.issued_at AS "issuedAt" FROM outcome_letters l JOIN applications a ON a.id = l.application_id
       WHERE a.id = ${bind(applicationId)} AND ${readableApplications(actor, bind)} ORDER BY l.issued_at DESC, l.id LIMIT 1`,
      values,
    );
    const { outcome, body, issuedAt } = found(row);
    return { ...body, applicationId, outcome, issuedAt: issuedAt.toISOString() };
  }
}

const mergeFields = (round: string, { label, number, place, reason }: Told): Record<string, string> => ({
  団体名: label,
  年度名称: round,
  受付番号: number,
  補欠順位: place === null ? '' : String(place),
  理由: reason ?? '',
});

const merged = (text: string, fields: Record<string, string>): string =>
  text.replace(/\{\{(.*?)\}\}/g, (_, field: string) => fields[field] ?? '');

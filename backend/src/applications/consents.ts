import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type { AnswerConsent, ConsentSheet } from '../contract/applications.js';
import type { FormDefinition, Karte } from '../contract/forms.js';
import { record } from '../events/record.js';
import { FormQueries } from '../forms/form.queries.js';
import type { Actor } from '../identity/actor.js';
import type { Config } from '../platform/config.js';
import { authorize, DomainError, found, invalid } from '../platform/errors.js';
import { CONFIG } from '../platform/platform.module.js';
import { openLink } from '../platform/signing.js';
import { AdvanceApplication } from './advance-application.js';
import { may } from './policy.js';

interface Row {
  id: string;
  applicationId: string;
  superior: string;
  /** Asked anew, withdrawn, or the year is over. */
  ended: boolean;
  answeredAt: Date | null;
  round: string;
  applicant: string;
  ministry: string;
  sheet: Karte;
  formVersion: number;
}

/** 所属長の同意: asked by a mailed link, answered once, without an account. */
@Injectable()
export class Consents {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly forms: FormQueries,
    private readonly advance: AdvanceApplication,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A new question ends the link of the one before. */
  async ask(tx: EntityManager, actor: Actor, applicationId: string, to: { superior: string; address: string }) {
    const now = this.clock.now();
    await tx.query('UPDATE consents SET ended_at = $2 WHERE application_id = $1 AND ended_at IS NULL', [
      applicationId,
      now,
    ]);
    const [{ id }]: [{ id: string }] = await tx.query(
      'INSERT INTO consents (application_id, superior, address, asked_at) VALUES ($1, $2, $3, $4) RETURNING id',
      [applicationId, to.superior, to.address, now],
    );
    await record(tx, { type: 'consent.ask', subjectId: id, actor, data: { applicationId } });
  }

  /** Asked anew: another superior, or a corrected address. */
  async askAgain(actor: Actor, applicationId: string, to: { superior: string; address: string }): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { application, ...standing } = await this.advance.lock(tx, actor, applicationId);
      authorize(may(actor, 'askConsent', { ...application, ...standing }));
      const [{ email }]: [{ email: string }] = await tx.query('SELECT email FROM people WHERE id = $1', [actor.id]);
      if (email === to.address)
        throw invalid({ address: '所属長のメールアドレスには、あなた自身のアドレスは使えません。' });
      await this.ask(tx, actor, applicationId, to);
    });
  }

  async sheet(token: string): Promise<ConsentSheet> {
    const row = await this.open(this.db.manager, token);
    const { round, applicant, ministry, superior, sheet } = row;
    const form = await this.forms.get(row.formVersion, undefined, 'roundOfficer');
    const shown = { division: String(sheet.division ?? ''), hours: choiceLabel(form, 'hours', sheet.hours) };
    return { round, applicant, ministry, superior, ...shown, state: stateOf(row) };
  }

  async answer(token: string, { agreed, reason }: AnswerConsent): Promise<void> {
    await this.db.transaction(async (tx) => {
      const row = await this.open(tx, token, 'FOR UPDATE OF n');
      const state = stateOf(row);
      if (state !== 'open') {
        throw new DomainError(
          'conflict',
          `consent.${state}`,
          state === 'answered'
            ? '返答済みです。再度の返答は不要です。'
            : 'この依頼は取り消されました。返答は要りません。',
        );
      }
      await tx.query('UPDATE consents SET answered_at = $2, agreed = $3, reason = $4 WHERE id = $1', [
        ...[row.id, this.clock.now(), agreed, agreed ? null : reason],
      ]);
      const data = { consentId: row.id, agreed };
      await record(tx, { type: 'consent.answer', subjectId: row.applicationId, actor: { id: null }, data });
    });
  }

  private async open(db: EntityManager, token: string, lock = ''): Promise<Row> {
    const id = found(openLink(this.config.SECRET, 'consent', token));
    const rows: Row[] = await db.query(
      `SELECT n.id, n.application_id AS "applicationId", n.superior, n.ended_at IS NOT NULL OR r.state = 'ended' AS ended, n.answered_at AS "answeredAt",
              r.name AS round, p.name AS applicant, mi.name AS ministry, a.sheet, c.form_version AS "formVersion"
       FROM consents n JOIN applications a ON a.id = n.application_id JOIN rounds r ON r.id = a.round_id
       JOIN round_calls c ON (c.round_id, c.kind) = (a.round_id, a.kind)
       JOIN people p ON p.id = a.created_by JOIN ministries mi ON mi.id = a.ministry_id WHERE n.id = $1 ${lock}`,
      [id],
    );
    return found(rows[0]);
  }
}

const stateOf = ({ answeredAt, ended }: Row): ConsentSheet['state'] =>
  answeredAt ? 'answered' : ended ? 'ended' : 'open';

function choiceLabel(form: FormDefinition, key: string, value: unknown): string {
  const input = form.items.flatMap(({ inputs }) => inputs).find((one) => one.key === key);
  const choices = input?.type === 'choice' ? (input.choices ?? []) : [];
  return choices.find((choice) => choice.value === value)?.label ?? '';
}

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { Advance } from '../consultations/advance.js';
import type { ConsultationEntity } from '../consultations/consultation.entity.js';
import { consultationNumber, nextNumber } from '../consultations/number-series.js';
import { fiscalYear, tokyoDay } from '../contract/calendar.js';
import type { SubmitKarte } from '../contract/karte.js';
import { FormQueries } from '../forms/form.queries.js';
import { checkSubmission, warnings } from '../forms/submission-check.js';
import { type Actor, personId } from '../identity/actor.js';
import { DomainError, invalid, sameVersion } from '../platform/errors.js';
import { titleOf } from './karte.service.js';
import { indexForSearch } from './karte-search.js';
import { storedKarte } from './karte-stored.js';
import { keepQuestions } from './submit-questions.js';

/** The カルテ on its way out of the office: 作成 → 承認者 → 提出. */
@Injectable()
export class SubmitService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly advance: Advance,
    private readonly forms: FormQueries,
  ) {}

  requestReview(actor: Actor, id: string): Promise<unknown> {
    const change = ({ karte }: ConsultationEntity) => {
      if (titleOf(karte) === '') throw invalid({ title: '「件名」を入力してから、確認を依頼してください。' });
      return {};
    };
    return this.db.transaction((tx) => this.advance.step(tx, actor, id, 'requestReview', { change }));
  }

  sendBackToAuthor(actor: Actor, id: string, reason: string): Promise<unknown> {
    return this.db.transaction((tx) => this.advance.step(tx, actor, id, 'sendBackToAuthor', { reason }));
  }

  /** The first time with a number of its own; a corrected カルテ keeps its number and its questions' history. */
  submit(actor: Actor, id: string, input: SubmitKarte): Promise<string> {
    return this.db.transaction(async (tx) => {
      const consultation = await this.advance.step(tx, actor, id, 'submit', {
        change: (stored) => this.checked(tx, stored, input),
      });
      await this.keepSubmission(tx, actor, consultation);
      await keepQuestions(tx, id, consultation.karte);
      await tx.query(
        'UPDATE correction_requests SET settled_at = $2 WHERE consultation_id = $1 AND settled_at IS NULL',
        [id, this.clock.now()],
      );
      await indexForSearch(tx, id, await this.forms.get(consultation.formVersion, tx));
      return String(consultation.number);
    });
  }

  /** What submitting writes, once everything is right. @throws DomainError */
  private async checked(tx: EntityManager, stored: ConsultationEntity, { version, confirmWarnings }: SubmitKarte) {
    sameVersion(stored.version, version, await storedKarte(tx, stored));
    const { karte } = stored;
    const form = await this.forms.get(stored.formVersion, tx);
    const faults = checkSubmission(form, karte, await this.forms.choices([], tx));
    if (Object.keys(faults).length > 0) throw invalid(faults);
    const doubts = warnings(form, karte);
    if (doubts.length > 0 && !confirmWarnings) {
      const fields = Object.fromEntries(doubts.map(({ key, message }) => [key, message]));
      throw new DomainError(
        'invalid',
        'karte.unconfirmed',
        '確認が必要な点があります。確認した上で提出してください。',
        {
          fields,
        },
      );
    }
    return {
      title: titleOf(karte),
      fieldCodes: karte.policyFields as string[],
      sharePrefecture: karte.sharePrefecture === true,
      shareTeam: karte.shareTeam === true,
      ...(stored.number ? {} : await this.firstTime(tx, stored)),
    };
  }

  private async firstTime(tx: EntityManager, { branch }: ConsultationEntity) {
    const now = this.clock.now();
    const year = fiscalYear(tokyoDay(now));
    const serial = await nextNumber(tx, 'consultation', year);
    return {
      fiscalYear: year,
      serial,
      number: consultationNumber(year, serial, branch),
      submittedAt: now,
    };
  }

  private async keepSubmission(tx: EntityManager, actor: Actor, { id, karte }: ConsultationEntity): Promise<void> {
    await tx.query(
      `INSERT INTO submissions (consultation_id, round, karte, submitted_by, submitted_at)
       SELECT $1, coalesce(max(round), 0) + 1, $2, $3, $4 FROM submissions WHERE consultation_id = $1`,
      [id, JSON.stringify(karte), personId(actor), this.clock.now()],
    );
  }
}

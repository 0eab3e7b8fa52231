import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { Advance } from '../consultations/advance.js';
import type { Ask } from '../contract/inquiries.js';
import { ofInquiry, startDeadline } from '../deadlines/deadlines.js';
import { record } from '../events/record.js';
import { type Actor, hasRole, personId } from '../identity/actor.js';
import { authorize, DomainError, found } from '../platform/errors.js';
import { checkAsks } from './check-asks.js';
import { InquiryEntity } from './inquiry.entity.js';
import { Moves } from './moves.js';
import { follows } from './policy.js';

interface Declined {
  questionRowId: string;
  ministryId: string;
}

/** The desk puts question rows to ministries: any number at once, or a declined row to the ministry suggested. */
@Injectable()
export class AskingService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
    private readonly advance: Advance,
    private readonly moves: Moves,
  ) {}

  ask(actor: Actor, consultationId: string, asks: readonly Ask[]): Promise<string[]> {
    return this.db.transaction((tx) => this.send(tx, actor, consultationId, asks));
  }

  /** One click after 該当なし: the declined rows go to the ministries that were suggested instead. */
  handOver(actor: Actor, inquiryId: string, questionRowId?: string): Promise<string[]> {
    return this.db.transaction(async (tx) => {
      authorize(hasRole(actor, 'desk', 'manager', 'secretariat'));
      const { consultationId } = found(await tx.findOneBy(InquiryEntity, { id: inquiryId }));
      authorize(follows(actor, await this.advance.lock(tx, actor, consultationId)));
      const inquiry = await tx.findOneByOrFail(InquiryEntity, { id: inquiryId });
      const rows: Declined[] = await tx.query(
        `SELECT question_row_id AS "questionRowId", suggested_ministry_id AS "ministryId" FROM inquiry_rows
         WHERE inquiry_id = $1 AND state = 'notApplicable' AND suggested_ministry_id IS NOT NULL
           AND ($2::uuid IS NULL OR question_row_id = $2) ORDER BY question_row_id`,
        [inquiryId, questionRowId ?? null],
      );
      if (rows.length === 0) throw new DomainError('conflict', 'inquiry.no_suggestion', NO_SUGGESTION);
      return this.send(tx, actor, consultationId, regroup(rows, inquiry.message), inquiryId);
    });
  }

  private async send(tx: EntityManager, actor: Actor, consultationId: string, asks: readonly Ask[], origin?: string) {
    const consultation = await this.advance.step(tx, actor, consultationId, 'inquire', {
      data: { ministries: [...new Set(asks.map(({ ministryId }) => ministryId))] },
    });
    await checkAsks(tx, this.calendar, consultationId, asks);
    const now = this.clock.now();
    const usual = this.calendar.dueDay(now, 'inquiry');
    const ids: string[] = [];
    for (const { ministryId, divisionId, questionRowIds, dueOn = usual, message } of asks) {
      const { id } = await tx.save(InquiryEntity, {
        consultationId,
        ministryId,
        divisionId,
        originInquiryId: origin ?? null,
        state: 'asked',
        dueOn,
        message,
        askedBy: personId(actor),
        askedAt: now,
        version: 1,
      });
      await tx.query(
        `INSERT INTO inquiry_rows (inquiry_id, question_row_id, ministry_id, division_key)
         SELECT $1, unnest($2::uuid[]), $3, $4`,
        [id, questionRowIds, ministryId, divisionId ?? ''],
      );
      const named = { type: 'set', at: now.toISOString(), dueOn, cause: 'asked', by: personId(actor) } as const;
      const turns = dueOn === usual ? [] : [named];
      await startDeadline(tx, this.calendar, ofInquiry({ id, consultationId }), { kind: 'inquiry', at: now, turns });
      await record(tx, {
        type: 'inquiry.ask',
        subjectId: id,
        actor,
        consultationId,
        ministryId,
        audience: 'ministry',
        data: { divisionId, dueOn, questionRowIds, origin },
      });
      ids.push(id);
    }
    await this.moves.settle(tx, consultation);
    return ids;
  }
}

function regroup(rows: readonly Declined[], message: string): Ask[] {
  const ministries = [...new Set(rows.map(({ ministryId }) => ministryId))];
  return ministries.map((ministryId) => ({
    ministryId,
    divisionId: null,
    message,
    questionRowIds: rows.filter((row) => row.ministryId === ministryId).map((row) => row.questionRowId),
  }));
}

const NO_SUGGESTION =
  '該当なしの回答に、代わりの照会先が書かれていません。「府省庁に照会する」から照会先を選んでください。';

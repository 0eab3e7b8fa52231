import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { Advance } from '../consultations/advance.js';
import type { ConsultationEntity } from '../consultations/consultation.entity.js';
import type {
  AmendSheet,
  AnswerSheet,
  ReasonSheet,
  RecommendSheet,
  SaveSheet,
  SheetAction,
  StepSheet,
  WithdrawSheet,
} from '../contract/case-sheets.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, DomainError, found, invalid, sameVersion } from '../platform/errors.js';
import { CaseSheetEntity } from './case-sheet.entity.js';
import { refuseGaps } from './gaps.js';
import { putIntoLibrary, takeOutOfLibrary } from './library.js';
import { nextSheetState, SHEET_LIFECYCLE } from './lifecycle.js';
import { openingOf } from './opening.js';
import { desksPen, mayDraft, mayTake, whyNotDraft } from './policy.js';
import { refuseUnknown } from './refuse-unknown.js';

interface Circumstances {
  version: number;
  reason?: string;
  change?: (sheet: CaseSheetEntity, consultation: ConsultationEntity) => Partial<CaseSheetEntity>;
  /** Looks at the sheet as it will be, before it is written. */
  check?: (sheet: CaseSheetEntity, tx: EntityManager) => unknown;
  after?: (tx: EntityManager, sheet: CaseSheetEntity) => Promise<unknown>;
}

const OUT = { publishedOn: null, recommended: false };

@Injectable()
export class CaseSheetsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
    private readonly advance: Advance,
  ) {}

  /** Begins the 事例票 of a 相談 with what is known already. */
  draft(actor: Actor, consultationId: string): Promise<string> {
    return this.db.transaction(async (tx) => {
      const consultation = await this.advance.lock(tx, actor, consultationId);
      authorize(mayDraft(actor));
      const why = whyNotDraft(consultation, consultation.karte.publication);
      if (why) throw new DomainError('conflict', 'caseSheet.not_here', why);
      if (await tx.existsBy(CaseSheetEntity, { consultationId })) {
        throw new DomainError('conflict', 'caseSheet.exists', 'この相談の事例票は、すでに作成されています。');
      }
      const by = { createdBy: personId(actor), createdAt: this.clock.now() };
      const sheet = tx.create(CaseSheetEntity, {
        ...{ ...(await openingOf(tx, consultation)), ...OUT, ...by },
        ...{ consultationId, state: 'drafting', version: 1, updatedBy: by.createdBy, updatedAt: by.createdAt },
      });
      const { id } = await tx.save(sheet);
      await record(tx, { type: 'caseSheet.draft', consultationId, subjectId: id, actor });
      return id;
    });
  }

  save(actor: Actor, id: string, { version, ...content }: SaveSheet): Promise<number> {
    const check = (sheet: CaseSheetEntity, tx: EntityManager) => refuseUnknown(tx, sheet);
    return this.step(actor, id, 'save', { version, change: () => content, check });
  }

  ask(actor: Actor, id: string, { version }: StepSheet): Promise<number> {
    return this.step(actor, id, 'ask', { version, check: refuseGaps });
  }

  recall(actor: Actor, id: string, { version }: StepSheet): Promise<number> {
    return this.step(actor, id, 'recall', { version });
  }

  amend(actor: Actor, id: string, { version, ...content }: AmendSheet): Promise<number> {
    return this.step(actor, id, 'amend', { version, change: () => content, check: refuseGaps });
  }

  agree(actor: Actor, id: string, { version, note }: AnswerSheet): Promise<number> {
    const change = (_: CaseSheetEntity, consultation: ConsultationEntity) => {
      if (desksPen(actor, consultation) && !note) {
        throw invalid({ note: '団体の誰から、いつ、どのように同意を得たかを入力してください' });
      }
      return {};
    };
    return this.step(actor, id, 'agree', { version, reason: note || undefined, change, check: refuseGaps });
  }

  decline(actor: Actor, id: string, { version, reason }: ReasonSheet): Promise<number> {
    return this.step(actor, id, 'decline', { version, reason });
  }

  publish(actor: Actor, id: string, { version }: StepSheet): Promise<number> {
    const day = this.calendar.today();
    return this.step(actor, id, 'publish', {
      version,
      change: () => ({ publishedOn: day }),
      check: refuseGaps,
      after: (tx, sheet) => putIntoLibrary(tx, sheet, day),
    });
  }

  recommend(actor: Actor, id: string, { version, recommended }: RecommendSheet): Promise<number> {
    return this.step(actor, id, 'recommend', { version, change: () => ({ recommended }) });
  }

  takeOut(actor: Actor, id: string, { version, reason }: ReasonSheet): Promise<number> {
    return this.step(actor, id, 'takeOut', { version, reason, change: () => OUT, after: takeOutOfLibrary });
  }

  withdraw(actor: Actor, id: string, { version, reason }: WithdrawSheet): Promise<number> {
    const why = reason || undefined;
    return this.step(actor, id, 'withdraw', { version, reason: why, change: () => OUT, after: takeOutOfLibrary });
  }

  redraft(actor: Actor, id: string, { version }: StepSheet): Promise<number> {
    return this.step(actor, id, 'redraft', { version });
  }

  /** The one way a 事例票 moves: lock the 相談, ask the policy, take the step, write it down. */
  private step(actor: Actor, id: string, action: SheetAction, how: Circumstances): Promise<number> {
    return this.db.transaction(async (tx) => {
      const { consultationId } = found(await tx.findOneBy(CaseSheetEntity, { id }));
      const consultation = await this.advance.lock(tx, actor, consultationId);
      const sheet = await tx.findOneByOrFail(CaseSheetEntity, { id });
      authorize(mayTake(actor, action, consultation));
      const from = sheet.state;
      const state = nextSheetState(from, action);
      sameVersion(sheet.version, how.version, { ...sheet });
      const by = { updatedBy: personId(actor), updatedAt: this.clock.now() };
      Object.assign(sheet, how.change?.(sheet, consultation), by, { state, version: sheet.version + 1 });
      await how.check?.(sheet, tx);
      await tx.save(sheet);
      await how.after?.(tx, sheet);
      const { audience } = SHEET_LIFECYCLE[action];
      const data = { from, to: state };
      await record(tx, {
        type: `caseSheet.${action}`,
        consultationId,
        subjectId: id,
        actor,
        audience,
        reason: how.reason,
        data,
      });
      return sheet.version;
    });
  }
}

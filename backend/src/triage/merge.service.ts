import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Advance } from '../consultations/advance.js';
import type { ConsultationEntity } from '../consultations/consultation.entity.js';
import { peopleAtWork } from '../consultations/people-at-work.js';
import { seenAs } from '../consultations/seen-as.js';
import type { MergeStep, ReasonedStep } from '../contract/consultation-steps.js';
import { OPEN_STATES } from '../contract/lifecycle.js';
import type { Actor } from '../identity/actor.js';
import { DomainError, invalid } from '../platform/errors.js';

/** 重複統合 (C15) and its undoing. */
@Injectable()
export class MergeService {
  constructor(
    private readonly db: DataSource,
    private readonly advance: Advance,
  ) {}

  async merge(actor: Actor, id: string, { into, reason, since }: MergeStep): Promise<void> {
    await this.db.transaction(async (tx) => {
      let target: ConsultationEntity | null = null;
      // In one order, so that two merges in opposite directions do not wait for each other for ever.
      for (const one of [...new Set([id, into])].sort()) {
        if (one === id) await this.advance.lock(tx, actor, id);
        else target = await this.lockIfReadable(tx, actor, into);
      }
      await this.advance.step(tx, actor, id, 'merge', {
        change: async (stored) => {
          seenAs(stored, since);
          await this.check(tx, stored, target);
          return { mergedInto: into };
        },
        reason,
        data: { into },
      });
    });
  }

  async unmerge(actor: Actor, id: string, { reason, since }: ReasonedStep): Promise<void> {
    await this.db.transaction((tx) =>
      this.advance.step(tx, actor, id, 'unmerge', {
        change: async (stored) => ({
          ...seenAs(stored, since),
          ...(await peopleAtWork(tx, actor, stored)),
          mergedInto: null,
        }),
        reason,
      }),
    );
  }

  private lockIfReadable(tx: EntityManager, actor: Actor, id: string): Promise<ConsultationEntity | null> {
    return this.advance.lock(tx, actor, id).catch((error: unknown) => {
      if (error instanceof DomainError && error.kind === 'notFound') return null;
      throw error;
    });
  }

  /** Into an open case only, without chains; and the town must be able to follow its case to where it goes. */
  private async check(tx: EntityManager, from: ConsultationEntity, into: ConsultationEntity | null): Promise<void> {
    if (!into)
      throw invalid({ into: '統合先の相談が見つかりません。この相談とは別の、受け付けた相談を選んでください。' });
    if (!OPEN_STATES.includes(into.state)) {
      throw invalid({ into: '統合先の相談は、対応中のものに限ります。別の相談を選んでください。' });
    }
    const [{ chained, member }] = await tx.query(
      `SELECT EXISTS (SELECT 1 FROM consultations WHERE merged_into = $1) AS chained,
              EXISTS (SELECT 1 FROM consultation_members WHERE consultation_id = $2 AND municipality_code = $3) AS member`,
      [from.id, into.id, from.municipalityCode],
    );
    if (into.municipalityCode !== from.municipalityCode && !member) {
      throw invalid({
        into: '統合先は、同じ団体が代表団体又は構成団体である相談に限ります。別の相談を選んでください。',
      });
    }
    if (chained) {
      throw new DomainError(
        'conflict',
        'consultation.has_merged',
        'この相談には、ほかの相談が統合されています。先にその統合を取り消してください。',
      );
    }
  }
}

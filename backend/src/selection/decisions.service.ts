import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AdvanceApplication } from '../applications/advance-application.js';
import type { ApplicationAction } from '../contract/applications.js';
import type { Decide, Outcome } from '../contract/selection.js';
import { type Actor, hasRole } from '../identity/actor.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { authorize, DomainError, found } from '../platform/errors.js';
import { AdvanceRound } from '../rounds/advance-round.js';
import type { RoundEntity } from '../rounds/round.entity.js';

const STEP: Record<Outcome, ApplicationAction> = { chosen: 'choose', reserve: 'keepInReserve', notChosen: 'notChoose' };

/** 選定・補欠・不選定, and who moves up. The round is locked first: its places are never given twice. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly db: DataSource,
    private readonly rounds: AdvanceRound,
    private readonly applications: AdvanceApplication,
  ) {}

  /** All of them or none. */
  async decide(actor: Actor, roundId: string, items: Decide['items']): Promise<void> {
    authorize(hasRole(actor, 'secretariat'));
    await this.db.transaction(async (tx) => {
      const round = await this.rounds.lock(tx, actor, roundId);
      for (const { applicationId, outcome, reason } of items) {
        await this.assertOf(tx, round, applicationId);
        await this.assertReviewed(tx, applicationId);
        const place = outcome === 'reserve' ? await nextPlace(tx, roundId) : null;
        const change = { decisionReason: reason, place };
        await this.applications.step(tx, actor, applicationId, STEP[outcome], { reason, change });
      }
      await this.assertPlaces(tx, round);
      await assertOneTeamEach(tx, roundId);
    });
  }

  async reconsider(actor: Actor, applicationId: string, reason: string): Promise<void> {
    authorize(hasRole(actor, 'secretariat'));
    await this.db.transaction(async (tx) => {
      await this.lockRoundOf(tx, actor, applicationId);
      const change = { decisionReason: null, place: null };
      await this.applications.step(tx, actor, applicationId, 'reconsider', { reason, change });
    });
  }

  /** The first in reserve, into a place that somebody left. */
  async moveUp(actor: Actor, applicationId: string, reason: string): Promise<void> {
    authorize(hasRole(actor, 'secretariat'));
    await this.db.transaction(async (tx) => {
      const round = await this.lockRoundOf(tx, actor, applicationId);
      const change = { decisionReason: reason, place: null };
      const [first]: { id: string }[] = await tx.query(
        `SELECT id FROM applications WHERE round_id = $1 AND state = 'reserve' ORDER BY place LIMIT 1`,
        [round.id],
      );
      await this.applications.step(tx, actor, applicationId, 'moveUp', { reason, change });
      if (first?.id !== applicationId) {
        throw new DomainError(
          'conflict',
          'selection.not_first',
          '補欠は、順位の順に繰り上げます。先の順位の団体を繰り上げてください。',
        );
      }
      await this.assertPlaces(tx, round);
      await assertOneTeamEach(tx, round.id);
    });
  }

  private async lockRoundOf(tx: EntityManager, actor: Actor, applicationId: string): Promise<RoundEntity> {
    const [row]: { round_id: string }[] = await tx.query(
      `SELECT round_id FROM applications WHERE id = $1 AND number IS NOT NULL`,
      [applicationId],
    );
    return this.rounds.lock(tx, actor, found(row).round_id);
  }

  private async assertOf(tx: EntityManager, { id }: RoundEntity, applicationId: string): Promise<void> {
    const rows: unknown[] = await tx.query(
      `SELECT 1 FROM applications WHERE id = $1 AND round_id = $2 AND kind = 'town'`,
      [applicationId, id],
    );
    found(rows[0]);
  }

  private async assertReviewed(tx: EntityManager, applicationId: string): Promise<void> {
    const [{ all, open }]: [{ all: number; open: number }] = await tx.query(
      `SELECT count(*)::int AS all, count(*) FILTER (WHERE handed_in_at IS NULL)::int AS open
       FROM reviews WHERE application_id = $1`,
      [applicationId],
    );
    if (all === 0 || open > 0) {
      throw new DomainError(
        'conflict',
        'selection.not_reviewed',
        '審査票が全員から提出されていない応募は、決められません。審査員に提出を依頼してください。',
      );
    }
  }

  private async assertPlaces(tx: EntityManager, { id, places }: RoundEntity): Promise<void> {
    const [{ chosen }]: [{ chosen: number }] = await tx.query(
      `SELECT count(*)::int AS chosen FROM applications WHERE round_id = $1 AND state = 'chosen'`,
      [id],
    );
    if (chosen > places) {
      throw new DomainError(
        'conflict',
        'selection.no_place',
        `選定する団体の数（${places}団体）を${chosen - places}団体超えます。選定を減らすか、年度の設定を確認してください。`,
      );
    }
  }
}

/** A town may lead one 応募 and stand in the joint one of another; only one of them is chosen. */
async function assertOneTeamEach(tx: EntityManager, roundId: string): Promise<void> {
  const [twice]: { label: string; numbers: string }[] = await tx.query(
    `SELECT ${MUNICIPALITY_LABEL} AS label, string_agg(c.number, '、' ORDER BY c.number) AS numbers FROM (
       SELECT a.number, a.municipality_code AS code FROM applications a
       WHERE a.round_id = $1 AND a.kind = 'town' AND a.state = 'chosen'
       UNION ALL
       SELECT a.number, ap.code FROM applications a JOIN application_places ap ON ap.application_id = a.id
       WHERE a.round_id = $1 AND a.state = 'chosen' AND ap.what = 'member') c
     JOIN municipalities m ON m.code = c.code
     GROUP BY m.code, m.name, m.prefecture_name HAVING count(*) > 1 ORDER BY m.code LIMIT 1`,
    [roundId],
  );
  if (!twice) return;
  throw new DomainError(
    'conflict',
    'selection.town_twice',
    `${twice.label}は、複数の応募（${twice.numbers}）に入っています。一つの団体を支援するチームは一つです。どれか一つだけを選定してください。`,
  );
}

async function nextPlace(tx: EntityManager, roundId: string): Promise<number> {
  const [{ next }]: [{ next: number }] = await tx.query(
    'SELECT coalesce(max(place), 0) + 1 AS next FROM applications WHERE round_id = $1',
    [roundId],
  );
  return next;
}

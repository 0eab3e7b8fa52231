import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { insertDraft } from '../applications/insert-draft.js';
import { Clock } from '../calendar/clock.js';
import type { DecideContinuation, WishContinuation } from '../contract/continuation.js';
import type { Karte } from '../contract/forms.js';
import { record } from '../events/record.js';
import { FormQueries } from '../forms/form.queries.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, DomainError, found, invalid } from '../platform/errors.js';
import { FORM_OF, heldCall } from '../rounds/calls.js';
import { type StoredTeam, teamOf } from '../teams/stored-team.js';
import { carriedSheet } from './carried-sheet.js';
import { continuationsOf } from './facts.queries.js';
import { decidesContinuation, mayDecide, mayWish, seesContinuation } from './policy.js';
import { targetsOf } from './targets.js';

/** 継続: the wish of the town, and the decision of the secretariat. */
@Injectable()
export class ContinuationService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly forms: FormQueries,
  ) {}

  async wish(actor: Actor, id: string, { years, note, again }: WishContinuation): Promise<void> {
    await this.db.transaction(async (tx) => {
      const team = await teamOf(tx, actor, id, 'FOR UPDATE OF t');
      authorize(seesContinuation(actor, team) && mayWish(actor, team));
      await this.assertOpen(tx, id);
      const known: { id: string }[] = await tx.query(
        'SELECT id FROM team_members WHERE team_id = $1 AND left_on IS NULL AND id = ANY ($2)',
        [id, again],
      );
      if (known.length < new Set(again).size) throw invalid({ again: 'いまの支援官から選んでください' });
      await tx.query(
        `INSERT INTO continuation_wishes (team_id, years, note, again, said_at, said_by) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (team_id) DO UPDATE SET (years, note, again, said_at, said_by) =
           (excluded.years, excluded.note, excluded.again, excluded.said_at, excluded.said_by)`,
        [id, years, note, known.map((one) => one.id), this.clock.now(), personId(actor)],
      );
      await record(tx, { type: 'continuation.wish', subjectId: id, actor, data: { years } });
    });
  }

  /** @returns the new 応募 of a team that is carried over */
  async decide(actor: Actor, id: string, { outcome, reason, roundId }: DecideContinuation): Promise<string | null> {
    authorize(decidesContinuation(actor));
    return this.db.transaction(async (tx) => {
      const team = await teamOf(tx, actor, id, 'FOR UPDATE OF t');
      if (!mayDecide(actor, team))
        throw new DomainError('conflict', 'continuation.notInTime', '継続は、支援期間が始まってから決められます。');
      await this.assertOpen(tx, id);
      const applicationId = outcome === 'carried' && roundId ? await this.carry(tx, team, roundId) : null;
      await tx.query(
        `INSERT INTO continuations (team_id, outcome, reason, decided_by, decided_at, application_id)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (team_id) DO UPDATE SET (outcome, reason, decided_by, decided_at, application_id) =
           (excluded.outcome, excluded.reason, excluded.decided_by, excluded.decided_at, excluded.application_id)`,
        [id, outcome, reason, personId(actor), this.clock.now(), applicationId],
      );
      await record(tx, {
        type: applicationId ? 'continuation.carry' : 'continuation.end',
        subjectId: applicationId ?? id,
        actor,
        reason,
        data: { teamId: id },
      });
      return applicationId;
    });
  }

  /** Carried over is carried over: its draft is with the town. */
  private async assertOpen(tx: EntityManager, id: string): Promise<void> {
    const carried: unknown[] = await tx.query(
      `SELECT 1 FROM continuations WHERE team_id = $1 AND outcome = 'carried'`,
      [id],
    );
    if (carried.length > 0) {
      throw new DomainError(
        'conflict',
        'continuation.carried',
        '次の年度への引継ぎは済んでいます。応募の下書きを確認してください。',
      );
    }
  }

  private async carry(tx: EntityManager, team: StoredTeam, roundId: string): Promise<string> {
    const now = this.clock.now();
    const call = await heldCall(tx, roundId, 'town');
    const targets = await targetsOf(tx, team.roundId, now);
    if (!targets.some(({ id }) => id === roundId))
      throw invalid({ roundId: '募集を公示し、市町村募集を締め切っていない、後の年度を選んでください' });
    const [item] = await continuationsOf(tx, 'id', team.id);
    const { wish, theme } = found(item);
    if (!wish?.years)
      throw new DomainError('conflict', 'continuation.notWished', '継続を希望していない団体は引き継げません。');
    const { sheet, round, author } = await this.yearOf(tx, team);
    if (!author)
      throw new DomainError(
        'conflict',
        'continuation.nobody',
        '団体に利用者がいません。先に利用者を招待してください。',
      );
    const form = await this.forms.get(call.formVersion, tx, FORM_OF.town);
    const id = await insertDraft(tx, {
      ...{ roundId, kind: 'town', code: team.municipalityCode, by: author, at: now },
      sheet: carriedSheet(form, { round, theme, sheet, wish: wish }),
    });
    if (!id)
      throw new DomainError('conflict', 'application.exists', '団体は、引継ぎ先の年度の応募を既に作っています。');
    return id;
  }

  /** The 応募 of the year, and who writes for the town now: whoever wrote it, else anybody of the town. */
  private async yearOf(tx: EntityManager, { applicationId, municipalityCode }: StoredTeam) {
    const [row]: { sheet: Karte; round: string; author: string | null }[] = await tx.query(
      `SELECT a.sheet, r.name AS round, (
         SELECT p.id FROM people p JOIN grants g ON g.person_id = p.id AND g.role IN ('municipality', 'approver')
         WHERE g.municipality_code = $2 AND p.disabled_at IS NULL
         ORDER BY p.id = a.created_by DESC, g.role = 'municipality' DESC, p.id LIMIT 1) AS author
       FROM applications a JOIN rounds r ON r.id = a.round_id WHERE a.id = $1`,
      [applicationId, municipalityCode],
    );
    return found(row);
  }
}

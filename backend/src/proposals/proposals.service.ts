import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type { AskProposal, AskRepair, MakeChange, ProposalAction } from '../contract/proposals.js';
import { CHANGE_LABEL } from '../contract/proposals.js';
import { record } from '../events/record.js';
import { type Actor, hasRole, personId } from '../identity/actor.js';
import type { Problem } from '../matching/problem.js';
import type { ExtraRule, Settings } from '../matching/settings.js';
import { authorize, DomainError, found, sameVersion } from '../platform/errors.js';
import { AdvanceRound } from '../rounds/advance-round.js';
import { changed, figuresOf, sameRule } from './apply-change.js';
import { mayAsk, mayProposal, readableProposals } from './policy.js';
import { problemOfRound } from './problem-of-round.js';
import { repairBasis } from './repair-basis.js';
import {
  draftOf,
  keepVersion,
  type Labels,
  PROPOSALS,
  type StoredProposal,
  type Version,
  versionOf,
} from './stored-proposal.js';

interface Asked {
  name: string;
  note: string;
  fair: boolean;
  seconds: number;
  problem: Problem;
  labels: Labels;
  settings: Settings;
  repair?: StoredProposal['repair'];
  madeFrom?: string;
}

/** 編成案: asked for, changed by hand with reasons, asked for again, and repaired after a drop-out. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly rounds: AdvanceRound,
  ) {}

  ask(actor: Actor, roundId: string, { weights, teamSize, ...asked }: AskProposal): Promise<string> {
    return this.db.transaction(async (tx) => {
      const round = await this.rounds.lock(tx, actor, roundId);
      authorize(mayAsk(actor, round));
      const settings = { ...round.matching, ...(weights && { weights }), ...(teamSize && { teamSize }) };
      return this.keep(tx, actor, roundId, { ...asked, ...(await problemOfRound(tx, round)), settings });
    });
  }

  /** The same problem with the rules as they stand now: what is pinned stays. Points and size may be others. */
  askAgain(actor: Actor, id: string, { weights, teamSize, ...asked }: AskProposal): Promise<string> {
    return this.db.transaction(async (tx) => {
      const { roundId, problem, labels, settings, version } = await this.held(tx, actor, id, 'askAgain');
      const rules = (await versionOf(tx, id, version))?.rules ?? settings.rules;
      return this.keep(tx, actor, roundId, {
        ...{ ...asked, problem, labels, madeFrom: id },
        settings: { ...settings, rules, ...(weights && { weights }), ...(teamSize && { teamSize }) },
      });
    });
  }

  repair(actor: Actor, id: string, { name, reason, officers, moves }: AskRepair): Promise<string> {
    return this.db.transaction(async (tx) => {
      const one = await this.held(tx, actor, id, 'repair');
      const round = await this.rounds.lock(tx, actor, one.roundId);
      const version = found(await versionOf(tx, id, one.version));
      const { problem, labels, rules, before } = await repairBasis(tx, round, one, version, officers);
      return this.keep(tx, actor, one.roundId, {
        ...{ name, note: reason, fair: false, seconds: REPAIR_SECONDS, problem, labels },
        settings: { ...one.settings, rules },
        repair: { before, limit: moves },
        madeFrom: id,
      });
    });
  }

  stop(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      await this.held(tx, actor, id, 'stop');
      await tx.query('UPDATE proposals SET stop_asked_at = coalesce(stop_asked_at, $2) WHERE id = $1', [
        id,
        this.clock.now(),
      ]);
      await record(tx, { type: 'proposal.stop', subjectId: id, actor });
    });
  }

  change(actor: Actor, id: string, { version, reason, change }: MakeChange): Promise<number> {
    return this.db.transaction(async (tx) => {
      const one = await this.held(tx, actor, id, 'change');
      const now = found(await versionOf(tx, id, one.version));
      sameVersion(one.version, version, { version: now.version, what: now.what, reason: now.reason, by: now.by });
      const before = now.follows === null ? undefined : found(await versionOf(tx, id, now.follows));
      const draft = draftOf(one, now);
      const content = changed(draft, change, before);
      const undone = change.kind === 'undo' ? before : undefined;
      await keepVersion(tx, id, {
        ...{ ...content, ...figuresOf(draftOf(one, content)) },
        ...{ version: version + 1, follows: undone ? undone.follows : version },
        ...{ what: CHANGE_LABEL[change.kind], reason, madeBy: personId(actor), at: this.clock.now() },
        ...(undone ? provenOf(undone) : provenUnder(one, now, content.rules)),
        status: undone ? undone.status : 'byHand',
      });
      await tx.query('UPDATE proposals SET version = $2 WHERE id = $1', [id, version + 1]);
      await record(tx, {
        type: 'proposal.change',
        subjectId: id,
        actor,
        data: { kind: change.kind, version: version + 1 },
      });
      return version + 1;
    });
  }

  /** Locks the round, then the proposal. @throws DomainError notFound, forbidden */
  async held(tx: EntityManager, actor: Actor, id: string, action: ProposalAction): Promise<StoredProposal> {
    const where = `WHERE p.id = $1 AND ${readableProposals(actor)}`;
    const [seen]: StoredProposal[] = await tx.query(`${PROPOSALS} ${where}`, [id]);
    await this.rounds.lock(tx, actor, found(seen).roundId);
    const [one]: StoredProposal[] = await tx.query(`${PROPOSALS} ${where} FOR UPDATE OF p`, [id]);
    const proposal = found(one);
    if (proposal.appointed && ['change', 'approve'].includes(action)) {
      throw new DomainError(
        'conflict',
        'proposal.frozen',
        'この編成案は確定しているため、変更できません。変更が必要なときは、辞退後の再編成を行ってください。',
      );
    }
    if (action === 'approve' && hasRole(actor, 'manager')) assertNotAppointed(proposal);
    authorize(mayProposal(actor, action, proposal));
    return proposal;
  }

  private async keep(tx: EntityManager, actor: Actor, roundId: string, asked: Asked): Promise<string> {
    const [{ id }]: [{ id: string }] = await tx.query(
      `INSERT INTO proposals (round_id, serial, name, note, fair, seconds, problem, labels, settings, repair, made_from, state,
         created_by, created_at)
       SELECT $1, coalesce(max(serial), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'waiting', $11, $12
       FROM proposals WHERE round_id = $1 RETURNING id`,
      [
        ...[roundId, asked.name, asked.note, asked.fair, asked.seconds, JSON.stringify(asked.problem)],
        ...[JSON.stringify(asked.labels), JSON.stringify(asked.settings)],
        ...[asked.repair ? JSON.stringify(asked.repair) : null, asked.madeFrom ?? null],
        ...[personId(actor), this.clock.now()],
      ],
    );
    await record(tx, {
      type: 'proposal.ask',
      subjectId: id,
      actor,
      data: { roundId, madeFrom: asked.madeFrom ?? null },
    });
    return id;
  }
}

/** Another 編成案 was fixed meanwhile; only what follows a drop-out takes its place. */
function assertNotAppointed({ roundState, repair }: StoredProposal): void {
  if (repair === null && ['appointed', 'running'].includes(roundState))
    throw new DomainError(
      'conflict',
      'proposal.another_fixed',
      'この年度では、別の編成案で任命が済んでいます。変更が必要なときは、確定した編成案から辞退後の再編成を行ってください。',
    );
}

/** Enough to prove the best repair of a round of 60 teams. */
const REPAIR_SECONDS = 30;

const provenOf = ({ bound, minimumBound }: Version) => ({ bound, minimumBound });

/** What the search proved holds while no rule it kept was dropped; of a repair, or of the sum beside the fairest teams, only for what it found. */
function provenUnder(one: StoredProposal, { bound, minimumBound }: Version, rules: ExtraRule[]) {
  const kept = one.settings.rules.every((rule) => rules.some((other) => sameRule(rule, other)));
  if (!kept || one.repair) return { bound: null, minimumBound: null };
  return { bound: one.fair ? null : bound, minimumBound };
}

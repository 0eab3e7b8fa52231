import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type { ProposalPage, Proposals } from '../contract/proposals.js';
import { WEIGHT_LABEL } from '../contract/rounds.js';
import type { Actor } from '../identity/actor.js';
import { rulesOf } from '../matching/rules.js';
import { sizesOf } from '../matching/settings.js';
import { ruleInWords } from '../matching/words.js';
import { found } from '../platform/errors.js';
import { RoundEntity } from '../rounds/round.entity.js';
import { Names } from './named.js';
import { allowedProposalActions, mayAsk, readableProposals } from './policy.js';
import { brokenIn, reserveOf, summaryOf, teamCards } from './present.js';
import { draftOf, PROPOSALS, type StoredProposal, type Version, versionsOf } from './stored-proposal.js';

const SILENT_MS = 60_000;

/** 編成案 as those who run 伴走支援 read them. Scores leave by these queries only. */
@Injectable()
export class ProposalQueries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, roundId: string): Promise<Proposals> {
    const readable: unknown[] = await this.db.query(
      `SELECT 1 FROM rounds WHERE id = $1 AND ${readableProposals(actor)}`,
      [roundId],
    );
    found(readable[0]);
    const round = found(await this.db.manager.findOneBy(RoundEntity, { id: roundId }));
    const rows: StoredProposal[] = await this.db.query(`${PROPOSALS} WHERE p.round_id = $1 ORDER BY p.serial DESC`, [
      roundId,
    ]);
    const { teamSize, matching } = round;
    return {
      round: { id: round.id, name: round.name, state: round.state },
      ...{ items: rows.map(summaryOf), total: rows.length, weights: matching.weights },
      teamSize: matching.teamSize ?? { minimum: teamSize, maximum: teamSize },
      mayAsk: mayAsk(actor, round),
    };
  }

  /** @throws DomainError notFound */
  async stored(actor: Actor, id: string): Promise<StoredProposal> {
    const [row]: StoredProposal[] = await this.db.query(
      `${PROPOSALS} WHERE p.id = $1 AND ${readableProposals(actor)}`,
      [id],
    );
    return found(row);
  }

  async get(actor: Actor, id: string): Promise<ProposalPage> {
    const one = await this.stored(actor, id);
    const versions = await versionsOf(this.db, id);
    const now = versions.at(-1);
    const names = new Names(one.labels);
    return {
      ...summaryOf(one),
      round: { id: one.roundId, name: one.roundName, state: one.roundState },
      seconds: one.seconds,
      progress: progressOf(one),
      silent: one.state === 'solving' && one.heardAt !== null && this.since(one.heardAt) > SILENT_MS,
      stopping: one.stopAskedAt !== null && ['waiting', 'solving'].includes(one.state),
      conflict: one.conflict ?? [],
      teamSize: sizesOf(one.settings, one.problem),
      weights: Object.entries(WEIGHT_LABEL).map(([key, label]) => ({
        key,
        label,
        points: one.settings.weights[key as keyof typeof WEIGHT_LABEL],
      })),
      ...this.teams(one, now, names),
      versions: versions.map(({ version, what, reason, total, minimum, by, at }) => ({
        ...{ version, what, reason, total, minimum },
        by: by ?? 'システム',
        at: new Date(at).toISOString(),
      })),
      towns: one.problem.municipalities.map((town) => ({ id: town.id, label: names.of(town.id) })),
      officers: one.problem.officers.map((officer) => ({ id: officer.id, label: names.of(officer.id) })),
      ministries: [...new Set(one.problem.officers.map((officer) => names.ministryOf(officer.id)))].sort(),
      allowedActions: allowedProposalActions(actor, one),
    };
  }

  private teams(one: StoredProposal, now: Version | undefined, names: Names) {
    if (!now) return { rules: rulesWords(one, one.settings.rules, names), teams: [], conflicts: 0, reserve: [] };
    const draft = draftOf(one, now);
    const broken = brokenIn(draft);
    return {
      rules: rulesWords(one, now.rules, names),
      teams: teamCards(draft, names, broken),
      conflicts: broken.length,
      reserve: reserveOf(draft, names),
    };
  }

  private since(moment: Date): number {
    return this.clock.now().getTime() - new Date(moment).getTime();
  }
}

export function settingsWords({ settings, problem }: StoredProposal): string[] {
  const { minimum, maximum } = sizesOf(settings, problem);
  const points = Object.entries(WEIGHT_LABEL).map(
    ([key, label]) => `配点「${label}」${settings.weights[key as keyof typeof WEIGHT_LABEL]}点`,
  );
  return [...points, `1チーム${minimum === maximum ? minimum : `${minimum}〜${maximum}`}人`];
}

export const rulesWords = ({ problem, settings }: StoredProposal, rules: Version['rules'], names: Names): string[] =>
  rulesOf({ ...settings, rules })
    .filter((rule) => 'officers' in rule || 'officer' in rule)
    .map((rule) => ruleInWords(names.rule(rule), problem, settings));

function progressOf({ progress, state }: StoredProposal): ProposalPage['progress'] {
  if (!progress || state !== 'solving') return null;
  const { total, minimum, bound, minimumBound } = progress;
  return { total, minimum, bound, gap: bound > 0 ? (bound - total) / bound : 0, minimumBound };
}

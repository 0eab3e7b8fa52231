import type { EntityManager } from 'typeorm';
import type { ProposalState, SolutionStatus } from '../contract/proposals.js';
import type { RoundState } from '../contract/rounds.js';
import type { Draft } from '../matching/explain.js';
import type { Problem, Team } from '../matching/problem.js';
import type { MovesRule } from '../matching/rules.js';
import type { ExtraRule, Settings } from '../matching/settings.js';

type Reader = Pick<EntityManager, 'query'>;

/** What people are called; kept with the problem, because names and posts change. */
export interface Labels {
  municipalities: Record<string, { name: string; prefecture: string }>;
  officers: Record<string, { number: string; name: string; ministry: string; post: string }>;
  fields: Record<string, string>;
}

export interface Version {
  version: number;
  follows: number | null;
  what: string;
  reason: string;
  teams: Team[];
  rules: ExtraRule[];
  total: number;
  minimum: number;
  bound: number | null;
  /** Of a search that raised the smallest score first. */
  minimumBound: number | null;
  status: SolutionStatus;
  by: string | null;
  at: Date;
}

export interface Progress {
  total: number;
  minimum: number;
  bound: number;
  minimumBound: number | null;
}

export interface StoredProposal {
  id: string;
  roundId: string;
  roundName: string;
  roundState: RoundState;
  serial: number;
  name: string;
  note: string;
  fair: boolean;
  seconds: number;
  problem: Problem;
  labels: Labels;
  /** With the rules the search kept; those of a version may be others. */
  settings: Settings;
  repair: Omit<MovesRule, 'kind'> | null;
  madeFrom: { id: string; serial: number } | null;
  state: ProposalState;
  progress: Progress | null;
  conflict: string[] | null;
  stopAskedAt: Date | null;
  heardAt: Date | null;
  version: number;
  /** Of its newest version. */
  now: Pick<Version, 'total' | 'minimum' | 'bound' | 'minimumBound' | 'status'> | null;
  createdBy: string;
  createdAt: Date;
  appointed: boolean;
}

export const PROPOSALS = `
  SELECT p.id, p.round_id AS "roundId", r.name AS "roundName", r.state AS "roundState", p.serial, p.name, p.note, p.fair,
         p.seconds, p.problem, p.labels, p.settings, p.repair, p.state, p.progress, p.conflict, p.version,
         p.stop_asked_at AS "stopAskedAt", p.heard_at AS "heardAt", p.created_at AS "createdAt", who.name AS "createdBy",
         CASE WHEN f.id IS NOT NULL THEN json_build_object('id', f.id, 'serial', f.serial) END AS "madeFrom",
         CASE WHEN v.version IS NOT NULL
           THEN json_build_object('total', v.total, 'minimum', v.minimum, 'bound', v.bound,
             'minimumBound', v.minimum_bound, 'status', v.status) END AS now,
         EXISTS (SELECT 1 FROM appointments a WHERE a.proposal_id = p.id) AS appointed
  FROM proposals p JOIN rounds r ON r.id = p.round_id JOIN people who ON who.id = p.created_by
  LEFT JOIN proposals f ON f.id = p.made_from
  LEFT JOIN proposal_versions v ON v.proposal_id = p.id AND v.version = p.version`;

export async function versionsOf(db: Reader, proposalId: string): Promise<Version[]> {
  return db.query(
    `SELECT v.version, v.follows, v.what, v.reason, v.teams, v.rules, v.total, v.minimum, v.bound, v.minimum_bound AS "minimumBound",
            v.status, who.name AS by, v.made_at AS at
     FROM proposal_versions v LEFT JOIN people who ON who.id = v.made_by WHERE v.proposal_id = $1 ORDER BY v.version`,
    [proposalId],
  );
}

export async function versionOf(db: Reader, proposalId: string, version: number): Promise<Version | undefined> {
  const all = await versionsOf(db, proposalId);
  return all.find((one) => one.version === version);
}

/** The round with these teams under the rules of this version: what is asked about. */
export const draftOf = (
  { problem, settings }: StoredProposal,
  { teams, rules }: Pick<Version, 'teams' | 'rules'>,
): Draft => ({
  problem,
  settings: { ...settings, rules },
  teams,
});

export async function keepVersion(
  db: Reader,
  proposalId: string,
  one: Omit<Version, 'by' | 'at'> & { madeBy: string | null; at: Date },
): Promise<void> {
  await db.query(
    `INSERT INTO proposal_versions (proposal_id, version, follows, what, reason, teams, rules, total, minimum, bound,
       minimum_bound, status, made_by, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[proposalId, one.version, one.follows, one.what, one.reason, JSON.stringify(one.teams)],
      ...[JSON.stringify(one.rules), one.total, one.minimum, one.bound, one.minimumBound],
      ...[one.status, one.madeBy, one.at],
    ],
  );
}

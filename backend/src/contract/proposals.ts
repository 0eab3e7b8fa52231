import { z } from 'zod';
import { MatchingWeights, RoundState } from './rounds.js';

const words = (name: string, max: number) =>
  z.string().trim().min(1, `${name}を入力してください`).max(max, `${name}は${max}文字以内で入力してください`);
const id = z.string().min(1).max(60);
const Version = z.coerce.number('画面を読み込み直してください').int();

export const ProposalState = z.enum(['waiting', 'solving', 'done', 'infeasible', 'failed']);
export type ProposalState = z.infer<typeof ProposalState>;
export const PROPOSAL_STATE_LABEL: Record<ProposalState, string> = {
  waiting: '計算待ち',
  solving: '計算中',
  done: '計算済',
  infeasible: '両立しない規則あり',
  failed: '計算できず',
};

/** How the teams of a version came about, and how good they are known to be. */
export const SolutionStatus = z.enum(['optimal', 'feasible', 'time', 'stopped', 'byHand']);
export type SolutionStatus = z.infer<typeof SolutionStatus>;
export const SOLUTION_LABEL: Record<SolutionStatus, string> = {
  optimal: '最適と証明済',
  feasible: '計算量の範囲で最良',
  time: '時間の範囲で最良',
  stopped: '停止した時点で最良',
  byHand: '手で直した案',
};

export const AskProposal = z.object({
  name: words('編成案の名前', 40),
  note: z.string().trim().max(500, 'メモは500文字以内で入力してください').default(''),
  fair: z.boolean().default(false),
  /** Counted work in seconds of a usual core, so that the result is the same everywhere. */
  seconds: z.coerce
    .number('計算の長さは数字で入力してください')
    .int('計算の長さは整数で入力してください')
    .min(1, '計算の長さは1秒以上にしてください')
    .max(600, '計算の長さは600秒以内にしてください')
    .default(60),
  /** Left out: those of the round; asked again, those of the 編成案 it is made from. */
  weights: MatchingWeights.optional(),
  teamSize: z
    .object({
      minimum: z.coerce.number('人数は数字で入力してください').int().min(1, '1人以上にしてください').max(6),
      maximum: z.coerce.number('人数は数字で入力してください').int().min(1, '1人以上にしてください').max(6),
    })
    .refine(({ minimum, maximum }) => minimum <= maximum, {
      path: ['minimum'],
      message: '最小の人数は、最大の人数以下にしてください',
    })
    .optional(),
});
export type AskProposal = z.infer<typeof AskProposal>;

/** After a drop-out: which officers left, if it was not a town alone, and how many of the others may move. */
export const AskRepair = z.object({
  name: words('編成案の名前', 40),
  reason: words('辞退の理由', 500),
  officers: z.array(id).max(20).default([]),
  moves: z.coerce.number('動く人数は数字で入力してください').int().min(0).max(50, '50人以内にしてください').default(3),
});
export type AskRepair = z.infer<typeof AskRepair>;

export const ChangeKind = z.enum(['exchange', 'place', 'pin', 'ban', 'together', 'apart', 'dropRule', 'undo']);
export type ChangeKind = z.infer<typeof ChangeKind>;
export const CHANGE_LABEL: Record<ChangeKind, string> = {
  exchange: '入れ替える',
  place: 'この団体に入れる',
  pin: 'この団体に固定する',
  ban: 'この団体から除外する',
  together: '同じチームにする',
  apart: '別のチームにする',
  dropRule: '規則を外す',
  undo: '一つ前に戻す',
};

/** What is changed by hand. `exchange`, `together`, `apart`: with another officer; `place`, `pin`, `ban`: at a town. */
export const ProposalChange = z
  .object({
    kind: ChangeKind,
    officer: id.optional(),
    other: id.optional(),
    municipality: id.optional(),
    /** Its place in the list of rules. */
    rule: z.coerce.number().int().min(0).optional(),
  })
  .superRefine(({ kind, officer, other, municipality, rule }, context) => {
    const demand = (given: unknown, path: string, message: string) => {
      if (given === undefined) context.addIssue({ code: 'custom', path: [path], message });
    };
    if (kind === 'dropRule') demand(rule, 'rule', '外す規則を選んでください');
    if (kind === 'dropRule' || kind === 'undo') return;
    demand(officer, 'officer', '支援官を選んでください');
    if (['place', 'pin', 'ban'].includes(kind)) return demand(municipality, 'municipality', '団体を選んでください');
    demand(other, 'other', '相手の支援官を選んでください');
    if (officer !== undefined && officer === other)
      context.addIssue({ code: 'custom', path: ['other'], message: '違う支援官を選んでください' });
  });
export type ProposalChange = z.infer<typeof ProposalChange>;

export const MakeChange = z.object({ version: Version, reason: words('理由', 500), change: ProposalChange });
export type MakeChange = z.infer<typeof MakeChange>;
export const ChangedProposal = z.object({ version: z.number().int() }).meta({ id: 'ChangedProposal' });

export const ApproveProposal = z.object({ version: Version, reason: words('確定の理由', 500) });
export type ApproveProposal = z.infer<typeof ApproveProposal>;

const Named = z.object({ id: z.string(), label: z.string() });
const Points = z.number();

export const ProposalSummary = z.object({
  id: z.uuid(),
  serial: z.number().int(),
  name: z.string(),
  note: z.string(),
  state: ProposalState,
  fair: z.boolean(),
  /** After a drop-out, with at most so many others moved. */
  moves: z.number().int().nullable(),
  madeFrom: z.object({ id: z.uuid(), serial: z.number().int() }).nullable(),
  version: z.number().int(),
  total: Points.nullable(),
  minimum: Points.nullable(),
  /** No teams under these rules have more; null: not known for rules and teams changed by hand. */
  bound: Points.nullable(),
  /** Where the smallest score was raised first: no teams under these rules have a higher one. `bound` is then of those that have this one. */
  minimumBound: Points.nullable(),
  status: SolutionStatus.nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  appointed: z.boolean(),
});
export type ProposalSummary = z.infer<typeof ProposalSummary>;

export const ProposalAction = z.enum(['change', 'stop', 'askAgain', 'repair', 'approve']);
export type ProposalAction = z.infer<typeof ProposalAction>;

const RoundHead = z.object({ id: z.uuid(), name: z.string(), state: RoundState });
export const Proposals = z
  .object({
    round: RoundHead,
    items: z.array(ProposalSummary),
    total: z.number().int(),
    /** What a new one starts with. */
    weights: MatchingWeights,
    teamSize: z.object({ minimum: z.number().int(), maximum: z.number().int() }),
    mayAsk: z.boolean(),
  })
  .meta({ id: 'Proposals' });
export type Proposals = z.infer<typeof Proposals>;

const Seat = Named.extend({ ministry: z.string(), grade: z.string(), pinned: z.boolean() });
const TeamCard = z.object({
  municipality: Named,
  score: Points,
  officers: z.array(Seat),
  /** Every part of the score in words. */
  parts: z.array(z.string()),
  conflicts: z.array(z.string()),
});
export type TeamCard = z.infer<typeof TeamCard>;

export const ProposalPage = ProposalSummary.extend({
  round: RoundHead,
  seconds: z.number().int(),
  progress: z
    .object({
      ...{ total: Points, minimum: Points, bound: Points.nullable(), gap: z.number().nullable() },
      minimumBound: Points.nullable(),
    })
    .nullable(),
  /** The worker has not been heard of for a while: the work will be begun anew. */
  silent: z.boolean(),
  stopping: z.boolean(),
  /** The smallest set of rules that no teams keep. */
  conflict: z.array(z.string()),
  weights: z.array(z.object({ key: z.string(), label: z.string(), points: Points })),
  teamSize: z.object({ minimum: z.number().int(), maximum: z.number().int() }),
  rules: z.array(z.string()),
  teams: z.array(TeamCard),
  conflicts: z.number().int(),
  reserve: z.array(Named.extend({ ministry: z.string(), grade: z.string(), skills: z.string(), consent: z.boolean() })),
  versions: z.array(
    z.object({
      version: z.number().int(),
      what: z.string(),
      reason: z.string(),
      total: Points,
      minimum: Points,
      by: z.string(),
      at: z.iso.datetime(),
    }),
  ),
  towns: z.array(Named),
  officers: z.array(Named),
  ministries: z.array(z.string()),
  allowedActions: z.array(ProposalAction),
}).meta({ id: 'ProposalPage' });
export type ProposalPage = z.infer<typeof ProposalPage>;

/** What a change would cost; nothing is changed. */
export const ChangePreview = z
  .object({
    version: z.number().int(),
    change: ProposalChange,
    title: z.string(),
    teams: z.array(
      z.object({
        municipality: Named,
        before: Points,
        after: Points,
        officersBefore: z.array(z.string()),
        officersAfter: z.array(z.string()),
      }),
    ),
    total: z.object({ before: Points, after: Points }),
    minimum: z.object({ before: Points, after: Points }),
    /** Rules that the teams would then break and do not break now. */
    breaks: z.array(z.string()),
    mends: z.array(z.string()),
  })
  .meta({ id: 'ChangePreview' });
export type ChangePreview = z.infer<typeof ChangePreview>;

/** Two proposals side by side: only what differs. */
export const ProposalComparison = z
  .object({
    one: ProposalSummary,
    other: ProposalSummary,
    round: RoundHead,
    same: z.number().int(),
    teams: z.array(
      z.object({
        municipality: Named,
        one: z
          .object({ score: Points, officers: z.array(z.object({ label: z.string(), only: z.boolean() })) })
          .nullable(),
        other: z
          .object({ score: Points, officers: z.array(z.object({ label: z.string(), only: z.boolean() })) })
          .nullable(),
      }),
    ),
    moved: z.array(z.object({ officer: z.string(), from: z.string(), to: z.string() })),
    /** In words, with points and sizes. */
    rules: z.object({ one: z.array(z.string()), other: z.array(z.string()) }),
  })
  .meta({ id: 'ProposalComparison' });
export type ProposalComparison = z.infer<typeof ProposalComparison>;

import { z } from 'zod';
import { Day } from './calendar.js';

/** Which of the two calls. */
export const CallKind = z.enum(['town', 'officer']);
export type CallKind = z.infer<typeof CallKind>;
export const CALL_LABEL: Record<CallKind, string> = { town: '市町村募集', officer: '支援官募集' };

export const RoundState = z.enum([
  ...(['preparing', 'open', 'closed', 'selecting'] as const),
  ...(['matching', 'appointed', 'running', 'ended'] as const),
]);
export type RoundState = z.infer<typeof RoundState>;
export const ROUND_STATE_LABEL: Record<RoundState, string> = {
  preparing: '準備中',
  open: '募集中',
  closed: '募集終了',
  selecting: '審査中',
  matching: '編成中',
  appointed: '任命済',
  running: '支援期間中',
  ended: '終了',
};

export const RoundAction = z.enum(['open', 'close', 'startSelection', 'settleSelection', 'appoint', 'start', 'end']);
export type RoundAction = z.infer<typeof RoundAction>;
export const ROUND_ACTION_LABEL: Record<RoundAction, string> = {
  open: '募集を公示する',
  close: '募集を締め切る',
  startSelection: '審査を始める',
  settleSelection: '選定を確定する',
  appoint: '編成を確定し、任命する',
  start: '支援期間を始める',
  end: '年度の支援を終える',
};

/** The steps that stand on their own; 任命 follows from the approval of an 編成案. */
export const RoundStepAction = RoundAction.exclude(['appoint']);
export type RoundStepAction = z.infer<typeof RoundStepAction>;

/** What else may be done with a round, without moving it. */
export const RoundPermit = z.enum(['edit', 'editSettings', 'matchingProblem']);
export type RoundPermit = z.infer<typeof RoundPermit>;
export const AllowedRoundAction = z.union([RoundStepAction, RoundPermit]);
export type AllowedRoundAction = z.infer<typeof AllowedRoundAction>;

const words = (name: string, max: number) =>
  z.string().trim().min(1, `${name}を入力してください`).max(max, `${name}は${max}文字以内で入力してください`);
const whole = (name: string, least: number, most: number) =>
  z.coerce
    .number(`${name}は数字で入力してください`)
    .int(`${name}は整数で入力してください`)
    .min(least, `${name}は${least}以上にしてください`)
    .max(most, `${name}は${most}以下にしてください`);

/** A date of the year of a round: 公表, 任命式, 中間報告. */
export const CalendarEntry = z.object({
  key: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
  label: words('行事の名称', 60),
  on: Day,
});
export type CalendarEntry = z.infer<typeof CalendarEntry>;

/** 審査の観点: from 0 to `most` points each, counted with its weight. */
export const Criterion = z.object({
  key: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/, '観点のキーは英小文字で始まる英数字40文字以内で入力してください'),
  label: words('観点', 60),
  help: z.string().trim().max(300).default(''),
  weight: whole('重み', 1, 100),
  most: whole('満点', 1, 100),
});
export type Criterion = z.infer<typeof Criterion>;

const points = (name: string) => z.coerce.number(`${name}は数字で入力してください`).min(0).max(1000);

/** The weights with which teams are compared; their meaning is that of `matching/settings.ts`. */
export const MatchingWeights = z.object({
  coverage: points('課題と分野の一致'),
  tie: points('ゆかり'),
  preference: points('希望'),
  localExperience: points('地方勤務の経験'),
  gradeMix: points('職位の組合せ'),
});
export type MatchingWeights = z.infer<typeof MatchingWeights>;
export const WEIGHT_LABEL: Record<keyof MatchingWeights, string> = {
  coverage: '課題と分野の一致',
  tie: '地域とのゆかり',
  preference: '支援官の希望',
  localExperience: '地方自治体での勤務経験',
  gradeMix: '職位の組合せ',
};

const Minute = z.iso
  .datetime({ offset: true, error: '日時は 2027-02-19T17:00 の形で入力してください' })
  .transform((instant) => new Date(instant).toISOString())
  .refine((instant) => instant.endsWith(':00.000Z'), '日時は分の単位で入力してください');

export const Call = z.object({
  kind: CallKind,
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
  formVersion: z.number().int(),
  /** What the clock of the desk says now. */
  standing: z.enum(['ahead', 'open', 'ended']),
});
export type Call = z.infer<typeof Call>;

const SetCall = z
  .object({ kind: CallKind, opensAt: Minute, closesAt: Minute, formVersion: whole('様式の版', 1, 10_000) })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, {
    path: ['closesAt'],
    message: '締切は、受付開始より後にしてください',
  });
export type SetCall = z.infer<typeof SetCall>;

export const NewRound = z.object({ fiscalYear: whole('年度', 2024, 2198) });
export type NewRound = z.infer<typeof NewRound>;

export const SaveRound = z.object({
  version: z.number('画面を読み込み直してください').int(),
  name: words('名称', 60),
  places: whole('選定する団体の数', 1, 2000),
  populationLimit: whole('人口の上限', 1, 10_000_000),
  reviewers: whole('審査員の数', 1, 9),
  teamSize: whole('1チームの人数', 2, 6),
  skillYears: z
    .tuple([whole('経験年数', 1, 50), whole('経験年数', 2, 60)])
    .refine(([some, many]) => some < many, '長い方の年数は、短い方より大きくしてください'),
  weights: MatchingWeights,
  criteria: z
    .array(Criterion)
    .min(1, '審査の観点を一つ以上入力してください')
    .max(12)
    .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, '観点のキーが重複しています'),
  calendar: z.array(CalendarEntry).max(40),
  calls: z
    .array(SetCall)
    .length(2, '市町村募集と支援官募集の両方を入力してください')
    .refine(([one, other]) => one?.kind !== other?.kind, '同じ募集が二つあります'),
});
export type SaveRound = z.infer<typeof SaveRound>;

export const RoundStep = z.object({
  /** Why, in the person's own words. */
  reason: z.string().trim().max(500, '理由は500文字以内で入力してください').default(''),
});

/** A round as everybody who may apply reads it. */
export const RoundSummary = z.object({
  id: z.uuid(),
  fiscalYear: z.number().int(),
  name: z.string(),
  state: RoundState,
  calls: z.array(Call),
});
export type RoundSummary = z.infer<typeof RoundSummary>;

const Count = z.object({ draft: z.number().int(), submitted: z.number().int(), withdrawn: z.number().int() });

export const Round = RoundSummary.extend({
  version: z.number().int(),
  places: z.number().int(),
  populationLimit: z.number().int(),
  calendar: z.array(CalendarEntry),
  /** How it works inside; only for those who run it. */
  inside: z
    .object({
      reviewers: z.number().int(),
      teamSize: z.number().int(),
      skillYears: z.array(z.number().int()),
      weights: MatchingWeights,
      criteria: z.array(Criterion),
      /** `undecided`: handed in, without an outcome yet. */
      counts: z.object({
        town: Count.extend({ undecided: z.number().int(), chosen: z.number().int() }),
        officer: Count,
      }),
    })
    .nullable(),
  allowedActions: z.array(AllowedRoundAction),
}).meta({ id: 'Round' });
export type Round = z.infer<typeof Round>;

export const Rounds = z
  .object({ items: z.array(RoundSummary), total: z.number().int(), mayCreate: z.boolean() })
  .meta({ id: 'Rounds' });
export type Rounds = z.infer<typeof Rounds>;

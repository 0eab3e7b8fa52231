import { z } from 'zod';
import { formatWareki } from './calendar.js';

/** How a KPI is measured; each has a formula of its own. */
export const KpiKind = z.enum(['higher', 'lower', 'zero', 'cumulative', 'increase', 'decrease', 'undecided']);
export type KpiKind = z.infer<typeof KpiKind>;
export const KPI_KIND_LABEL: Record<KpiKind, string> = {
  higher: '数値（高いほど良い）',
  lower: '数値（低いほど良い）',
  zero: 'なくすことを目指す数値（目標値0）',
  cumulative: '累計',
  increase: '増加（方向だけを定める）',
  decrease: '減少（方向だけを定める）',
  undecided: '目標値は未設定',
};
export const KPI_FORMULA: Record<KpiKind, string> = {
  higher: '実績値÷目標値×100',
  lower: '（基準値－実績値）÷（基準値－目標値）×100',
  zero: '（基準値－実績値）÷基準値×100',
  cumulative: '各年度の実績値の合計÷目標値×100',
  increase: '進捗率は計算しない（実績値が基準値を上回れば達成）',
  decrease: '進捗率は計算しない（実績値が基準値を下回れば達成）',
  undecided: '進捗率は計算しない（目標値が決まっていない）',
};

/** 達成区分: counted as numbers, never as tenths. */
export const Achievement = z.enum(['achieved', 'near', 'behind', 'missed', 'pending', 'unmeasured', 'undecided']);
export type Achievement = z.infer<typeof Achievement>;
export const ACHIEVEMENT_LABEL: Record<Achievement, string> = {
  achieved: '達成',
  near: '80％以上100％未満',
  behind: '80％未満',
  missed: '未達成（方向だけの目標）',
  pending: '集計中',
  unmeasured: '実績値なし',
  undecided: '目標値は未設定',
};

/** 113,500 and 53.0: as typed, with separators. */
export function shownAmount(amount: string): string {
  const [whole = '', part] = amount.replace('-', '').split('.');
  const grouped = BigInt(whole).toLocaleString('ja-JP');
  return `${amount.startsWith('-') ? '－' : ''}${grouped}${part === undefined ? '' : `.${part}`}`;
}

/** 令和9年9月, of 2027-09. */
export const shownMonth = (month: string): string => formatWareki(`${month}-01`).replace(/1日$/, '');

const text = (name: string, max: number) => z.string().trim().max(max, `${name}は${max}文字以内で入力してください`);
const needed = (name: string, max: number) => text(name, max).min(1, `${name}を入力してください`);
const amount = (name: string) =>
  z
    .string()
    .regex(/^-?\d{1,12}(\.\d{1,4})?$/, `${name}は、数字だけで入力してください（整数は12桁、小数は4桁まで）`)
    .nullable();
const year = (name: string) => {
  const message = `${name}は西暦4桁で入力してください`;
  return z.number(message).int(message).min(1989, message).max(2198, message);
};

const Actual = z.object({
  year: year('実績値の年度'),
  value: amount('実績値'),
  /** 集計中: the month in which the figure is expected. */
  expectedIn: z
    .string()
    .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, '公表予定の年月は、2027-09 の形で入力してください')
    .nullable(),
});
export type Actual = z.infer<typeof Actual>;

const fields = {
  name: needed('指標の名称', 100),
  unit: text('単位', 20),
  kind: KpiKind,
  baseline: amount('基準値'),
  baselineYear: year('基準値の年度').nullable(),
  target: amount('目標値'),
  targetYear: year('目標値の年度').nullable(),
  actuals: z.array(Actual).max(12, '実績値は12年度分までにしてください'),
  /** 再掲: stands under another project first; shown, not counted. */
  repeated: z.boolean(),
  note: text('出典・備考', 300),
};
export const KpiContent = z.object(fields);
export type KpiContent = z.infer<typeof KpiContent>;

const AIMS: readonly KpiKind[] = ['higher', 'lower', 'cumulative'];
const FROM_BASELINE: readonly KpiKind[] = ['lower', 'zero', 'increase', 'decrease'];

/** What is wrong with a KPI as a whole: path → remedy. */
function faults(kpi: KpiContent): [string, string][] {
  const { kind, baseline, baselineYear, target, targetYear, actuals } = kpi;
  const aims = AIMS.includes(kind);
  const found: [string, string | false][] = [
    ['baseline', FROM_BASELINE.includes(kind) && baseline === null && '基準値を入力してください'],
    ['baseline', kind === 'zero' && Number(baseline ?? 1) <= 0 && '基準値は0より大きい数値にしてください'],
    ['baselineYear', baseline !== null && baselineYear === null && '基準値の年度を入力してください'],
    ['target', aims && target === null && '目標値を入力してください'],
    ['target', !aims && target !== null && 'この種類の指標では、目標値を空欄にしてください'],
    [
      'target',
      ['higher', 'cumulative'].includes(kind) && Number(target ?? 1) <= 0 && '目標値は0より大きくしてください',
    ],
    [
      'target',
      kind === 'lower' && Number(target ?? 0) >= Number(baseline ?? Infinity) && '目標値は基準値より小さくしてください',
    ],
    ['targetYear', (target !== null || kind === 'zero') && targetYear === null && '目標値の年度を入力してください'],
    ...actuals.flatMap(({ value, expectedIn, year: of }, at): [string, string | false][] => [
      [
        `actuals.${at}.value`,
        (value === null) === (expectedIn === null) &&
          '実績値か、集計中の公表予定の年月のどちらか一方を入力してください',
      ],
      [`actuals.${at}.year`, actuals.findIndex((one) => one.year === of) !== at && '同じ年度が二つあります'],
    ]),
  ];
  return found.filter((one): one is [string, string] => one[1] !== false);
}

const checked = <Shape extends typeof fields>(schema: z.ZodObject<Shape>) =>
  schema.superRefine((kpi, context) => {
    for (const [path, message] of faults(kpi as unknown as KpiContent)) {
      const parts = path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
      context.addIssue({ code: 'custom', path: parts, message });
    }
  });

export const NewKpi = checked(z.object(fields));
export type NewKpi = z.infer<typeof NewKpi>;
const version = z.number('画面を読み込み直してください').int();
export const SaveKpi = checked(z.object({ ...fields, version }));
export type SaveKpi = z.infer<typeof SaveKpi>;
export const RemoveKpi = z.object({ version });
export type RemoveKpi = z.infer<typeof RemoveKpi>;

/** How far a KPI is, with the way it was reckoned. */
export const Progress = z.object({
  /** Of the actual that counts: the newest, or the sum of a 累計. */
  actual: z.string().nullable(),
  actualYear: z.number().int().nullable(),
  expectedIn: z.string().nullable(),
  /** One decimal, half up; null shows as 「－」. */
  percent: z.string().nullable(),
  formula: z.string(),
  /** The formula with the figures in it. */
  reckoned: z.string().nullable(),
  achievement: Achievement,
});
export type Progress = z.infer<typeof Progress>;

export const TeamKpi = KpiContent.extend({ id: z.uuid(), version: z.number().int(), progress: Progress });
export type TeamKpi = z.infer<typeof TeamKpi>;

export const AchievementCounts = z.object({
  /** Without 再掲. */
  total: z.number().int(),
  repeated: z.number().int(),
  of: z.record(Achievement, z.number().int()),
});
export type AchievementCounts = z.infer<typeof AchievementCounts>;

export const TeamKpis = z
  .object({ items: z.array(TeamKpi), counts: AchievementCounts, mayWrite: z.boolean() })
  .meta({ id: 'TeamKpis' });
export type TeamKpis = z.infer<typeof TeamKpis>;

export const TeamKpiPage = TeamKpi.extend({
  teamId: z.uuid(),
  history: z.array(
    z.object({ version: z.number().int(), at: z.iso.datetime(), by: z.string(), content: KpiContent.nullable() }),
  ),
  mayWrite: z.boolean(),
}).meta({ id: 'TeamKpiPage' });
export type TeamKpiPage = z.infer<typeof TeamKpiPage>;

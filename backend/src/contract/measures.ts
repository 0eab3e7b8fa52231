import { z } from 'zod';
import { CsvEncoding } from './csv.js';
import { Paging } from './paging.js';

/** 版: the strategy a measure is printed in, or a list that was imported. */
export const Edition = z.enum(['R7', 'R4', 'list']);
export type Edition = z.infer<typeof Edition>;

export const EDITION_LABEL: Record<Edition, string> = {
  R7: '総合戦略（R7）',
  R4: 'デジ田総合戦略（R4）',
  list: '取り込んだ一覧',
};

export const MeasureKind = z.enum(['measure', 'grant']);
export type MeasureKind = z.infer<typeof MeasureKind>;
export const MEASURE_KIND_LABEL: Record<MeasureKind, string> = { measure: '施策', grant: '交付金' };

/** On what a named owner rests. */
export const OwnerBasis = z.enum(['cited', 'inferred', 'listed', 'confirmed']);
export type OwnerBasis = z.infer<typeof OwnerBasis>;
export const OWNER_BASIS_LABEL: Record<OwnerBasis, string> = {
  cited: '総合戦略に記載',
  inferred: '推定（戦略に府省庁の記載なし）',
  listed: '取り込んだ一覧に記載',
  confirmed: '窓口が府省庁に確認',
};

export const OWNER_RELATION_LABEL = { lead: '所管', related: '関係' } as const;

export const MeasureOwner = z.object({
  /** null for a body that the directory does not know. */
  ministryId: z.string().nullable(),
  ministry: z.string(),
  /** As printed; empty for the ministry as a whole. */
  division: z.string(),
  relation: z.enum(['lead', 'related']),
  basis: OwnerBasis,
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  /** Who has taken over a division that has ended since. */
  today: z.object({ ministry: z.string(), division: z.string() }).nullable(),
});
export type MeasureOwner = z.infer<typeof MeasureOwner>;

/** Where a call for applications stands today; `closing` in its last two weeks. */
export const CallState = z.enum(['none', 'ahead', 'open', 'closing', 'ended']);
export type CallState = z.infer<typeof CallState>;
export const CALL_STATE_LABEL: Record<CallState, string> = {
  none: '公募期間の登録なし',
  ahead: '公募前',
  open: '公募中',
  closing: '締切間近',
  ended: '公募終了',
};

/** 対象者: a group that may apply. */
export const MeasureTarget = z.enum(['municipality', 'prefecture', 'business', 'association', 'school', 'person']);
export type MeasureTarget = z.infer<typeof MeasureTarget>;
export const MEASURE_TARGET_LABEL: Record<MeasureTarget, string> = {
  municipality: '市区町村',
  prefecture: '都道府県',
  business: '民間事業者',
  association: 'NPO・協議会等の団体',
  school: '大学・学校等',
  person: '個人',
};

const Place = z.object({
  edition: Edition,
  kind: MeasureKind,
  /** The printed place, e.g. 第5節1.A.a.(1)①. */
  sourceRef: z.string(),
  title: z.string(),
  place: z.array(z.string()),
});

/** 施策, as it stands in a list. */
export const MeasureSummary = Place.extend({
  id: z.string(),
  commonName: z.string(),
  fields: z.array(z.string()),
  owners: z.array(MeasureOwner),
  programs: z.array(z.string()),
  applyFrom: z.iso.date().nullable(),
  applyUntil: z.iso.date().nullable(),
  call: CallState,
  hasText: z.boolean(),
  inBasket: z.boolean(),
}).meta({ id: 'MeasureSummary' });
export type MeasureSummary = z.infer<typeof MeasureSummary>;

export const Measure = MeasureSummary.extend({
  number: z.string(),
  /** Impact, outcome and output of the logic model, from the top. */
  path: z.array(z.object({ code: z.string(), name: z.string() })),
  eligible: z.string(),
  requirements: z.string(),
  rate: z.string(),
  ceiling: z.string(),
  law: z.string(),
  contact: z.string(),
  fiscalYear: z.number().int().nullable(),
  grantType: z.string(),
  links: z.array(z.string()),
  keywords: z.array(z.string()),
  /** Empty until the strategy's file is imported. */
  text: z.string(),
  source: z.string(),
  sourceLine: z.number().int().nullable(),
  repeatOf: z.object({ id: z.string(), sourceRef: z.string() }).nullable(),
  /** The KPI of the block or output the measure belongs to, never its own. */
  kpis: z.object({ of: z.enum(['block', 'node']), titles: z.array(z.string()), texts: z.array(z.string()) }),
  version: z.number().int(),
  allowedActions: z.array(z.literal('edit')),
}).meta({ id: 'Measure' });
export type Measure = z.infer<typeof Measure>;

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');

const word = (max: number) => z.string().trim().max(max).optional();

/** What narrows a list, as it stands in the address. */
export const MeasureConditions = z.object({
  q: word(100),
  edition: Edition.optional(),
  kind: MeasureKind.optional(),
  node: word(10),
  ministry: word(20),
  field: word(30),
  target: MeasureTarget.optional(),
  open: flag,
  basket: flag,
});
export type MeasureConditions = z.infer<typeof MeasureConditions>;
export const MeasureFilter = Paging.extend(MeasureConditions.shape);
export type MeasureFilter = z.infer<typeof MeasureFilter>;

const Choice = z.object({ value: z.string(), label: z.string() });

export const MeasurePage = z
  .object({
    items: z.array(MeasureSummary),
    total: z.number().int(),
    /** How many measures the reader has collected. */
    basketSize: z.number().int(),
    choices: z.object({ nodes: z.array(Choice), ministries: z.array(Choice), fields: z.array(Choice) }),
    allowedActions: z.array(z.enum(['import', 'settings', 'collect'])),
  })
  .meta({ id: 'MeasurePage' });
export type MeasurePage = z.infer<typeof MeasurePage>;

export const MeasureId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/);

/** What a version replaced, by which import or by whom. */
export const MeasureHistory = z
  .object({
    items: z.array(
      z.object({
        version: z.number().int(),
        importId: z.uuid().nullable(),
        fileName: z.string().nullable(),
        at: z.iso.datetime().nullable(),
        by: z.string().nullable(),
        /** Why, when a person changed it by hand. */
        reason: z.string().nullable(),
        changes: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
      }),
    ),
    total: z.number().int(),
  })
  .meta({ id: 'MeasureHistory' });
export type MeasureHistory = z.infer<typeof MeasureHistory>;

export const MeasureExport = MeasureConditions.extend(CsvEncoding.shape);
export type MeasureExport = z.infer<typeof MeasureExport>;

export const ImportKind = z.enum(['strategy2025', 'strategy2022', 'list']);
export type ImportKind = z.infer<typeof ImportKind>;
export const IMPORT_KIND_LABEL: Record<ImportKind, string> = {
  strategy2025: '地方創生に関する総合戦略（R7）のテキスト',
  strategy2022: 'デジタル田園都市国家構想総合戦略（R4）のテキスト',
  list: '施策の一覧（Excel・CSV）',
};

/** What an import would do, or did. */
export const MeasureDifference = z.object({
  added: z.array(z.object({ id: z.string(), title: z.string(), line: z.number().int() })),
  changed: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      line: z.number().int(),
      changes: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
  unchanged: z.number().int(),
  /** KPI of blocks that come, change or go. */
  kpis: z.number().int(),
});
export type MeasureDifference = z.infer<typeof MeasureDifference>;

const ImportState = z.enum(['faulty', 'ready', 'nothing', 'applied']);

export const MeasureImport = z
  .object({
    id: z.uuid(),
    fileName: z.string(),
    kind: ImportKind.nullable(),
    state: ImportState,
    counts: z.array(z.object({ label: z.string(), count: z.number().int() })),
    faults: z.array(z.object({ line: z.number().int(), message: z.string() })),
    difference: MeasureDifference,
    createdAt: z.iso.datetime(),
    createdBy: z.string().nullable(),
    appliedAt: z.iso.datetime().nullable(),
    appliedBy: z.string().nullable(),
    allowedActions: z.array(z.literal('apply')),
  })
  .meta({ id: 'MeasureImport' });
export type MeasureImport = z.infer<typeof MeasureImport>;

export const MeasureImportList = z
  .object({
    items: z.array(MeasureImport.omit({ counts: true, faults: true, difference: true, allowedActions: true })),
    total: z.number().int(),
  })
  .meta({ id: 'MeasureImportList' });
export type MeasureImportList = z.infer<typeof MeasureImportList>;

export const MAX_IMPORT_MB = 10;

/** Whether people without an account may read the measures. */
export const MeasureSettings = z.object({ version: z.number().int(), public: z.boolean() });
export type MeasureSettings = z.infer<typeof MeasureSettings>;

export const CurrentMeasureSettings = z
  .object({
    settings: MeasureSettings,
    changedBy: z.string().nullable(),
    changedAt: z.iso.datetime().nullable(),
    allowedActions: z.array(z.literal('update')),
  })
  .meta({ id: 'CurrentMeasureSettings' });
export type CurrentMeasureSettings = z.infer<typeof CurrentMeasureSettings>;

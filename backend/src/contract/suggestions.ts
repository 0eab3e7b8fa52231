import { z } from 'zod';
import { CsvEncoding } from './csv.js';
import { GoodPractice } from './good-practices.js';
import { CallState } from './measures.js';
import { Paging, pageOf } from './paging.js';
import { SuggestedMeasure, SuggestedMinistry, Suggestions } from './routing.js';
import { RoutingRule } from './routing-rules.js';

/** A part of a 相談カルテ that suggestions read. */
export const CardPart = z.enum(['title', 'issue', 'idea', 'element', 'ask']);
export type CardPart = z.infer<typeof CardPart>;
export const CARD_PART_LABEL: Record<CardPart, string> = {
  title: '件名',
  issue: '地域の現状・課題',
  idea: '目指す姿・実現したいこと',
  element: '掛け合わせる要素',
  ask: '質問',
};

/** A word of the evidence where the カルテ says it, as it is written there. */
export const Context = z.object({
  word: z.string(),
  part: CardPart,
  before: z.string(),
  said: z.string(),
  after: z.string(),
});
export type Context = z.infer<typeof Context>;

/** Another 相談 that the reader may read, with the words both use. */
export const SimilarCase = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  municipality: z.string(),
  stateLabel: z.string(),
  submittedAt: z.iso.datetime(),
  words: z.array(z.string()),
});
export type SimilarCase = z.infer<typeof SimilarCase>;

export const ChoiceKind = z.enum(['ministry', 'measure']);
export type ChoiceKind = z.infer<typeof ChoiceKind>;
export const CHOICE_KIND_LABEL: Record<ChoiceKind, string> = { ministry: '照会先', measure: '施策' };

export const Verdict = z.enum(['taken', 'rejected']);
export type Verdict = z.infer<typeof Verdict>;
export const VERDICT_LABEL: Record<Verdict, string> = { taken: '採用', rejected: '不採用' };

const Subject = z.string().min(1).max(40);

/** What an officer made of one suggestion. It stands until it is undone. */
export const Choice = z
  .object({
    id: z.uuid(),
    kind: ChoiceKind,
    /** Of the ministry or the measure. */
    subject: z.string(),
    label: z.string(),
    verdict: Verdict,
    /** Its place in the list that was shown. */
    rank: z.int(),
    /** The version of thesaurus and remits that made the list. */
    knowledge: z.int(),
    chosenBy: z.string(),
    chosenAt: z.iso.datetime(),
    undoneBy: z.string().nullable(),
    undoneAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'SuggestionChoice' });
export type Choice = z.infer<typeof Choice>;

export const ChoiceInput = z.object({
  kind: ChoiceKind,
  subject: Subject,
  verdict: Verdict,
  /** As it was shown. */
  knowledge: z.int().min(0),
});
export type ChoiceInput = z.infer<typeof ChoiceInput>;

export const UndoInput = z.object({ kind: ChoiceKind, subject: Subject });
export type UndoInput = z.infer<typeof UndoInput>;

/** Where the call of a suggested measure stands today, as the catalogue has it. */
const Call = { call: CallState, applyUntil: z.iso.date().nullable() };

/** The suggestions for one 相談, with what its pages show beside them. */
export const CaseSuggestions = Suggestions.extend({
  /** `id`: the ministry in the directory of today; none where it cannot be asked. */
  ministries: z.array(SuggestedMinistry.extend({ id: z.string().nullable() })),
  measures: z.array(SuggestedMeasure.extend(Call)),
  contexts: z.array(Context),
  similarCases: z.array(SimilarCase),
  /** What was chosen so far, newest first; what was undone too. */
  choices: z.array(Choice),
  /** Rules of the desk that meet this case. */
  rules: z.array(RoutingRule),
  /** The version of thesaurus and remits behind this list. */
  knowledge: z.int(),
}).meta({ id: 'CaseSuggestions' });
export type CaseSuggestions = z.infer<typeof CaseSuggestions>;

/** What may help whoever writes a カルテ. */
export const KarteHints = z
  .object({
    measures: z.array(
      SuggestedMeasure.pick({ id: true, ref: true, title: true, terms: true, everyday: true, thesaurus: true }).extend(
        Call,
      ),
    ),
    practices: z.array(GoodPractice.extend({ words: z.array(z.string()) })),
    similarCases: z.array(SimilarCase),
    /** What would help the desk to understand. */
    questions: z.array(z.string()),
    /** Words of what other desks answer faster. */
    elsewhere: z.array(z.string()),
    contexts: z.array(Context),
  })
  .meta({ id: 'KarteHints' });
export type KarteHints = z.infer<typeof KarteHints>;

const Year = z.coerce
  .number('年度は西暦の4桁で指定してください')
  .int()
  .min(2019, '年度は2019以降で指定してください')
  .max(2100, '年度は2100以前で指定してください');

/** Which choices figures are about: of one 年度, this one when left out. */
export const AcceptanceFilter = z.object({ year: Year.optional() });
export type AcceptanceFilter = z.infer<typeof AcceptanceFilter>;
export const AcceptanceExport = AcceptanceFilter.extend(CsvEncoding.shape);

/** A number, and the address of exactly its rows. */
const Count = z.object({ count: z.int(), href: z.string() });

/** Fewer decisions than this make no rate. */
export const FEWEST_FOR_RATE = 10;

export const AcceptanceRow = z.object({
  key: z.string(),
  label: z.string(),
  taken: Count,
  rejected: Count,
  /** One decimal; null where too few were decided. */
  percent: z.number().nullable(),
});
export type AcceptanceRow = z.infer<typeof AcceptanceRow>;

/** How many suggestions the desk took. What was undone does not count, nor what nobody decided. */
export const Acceptance = z
  .object({
    year: z.int(),
    years: z.array(z.int()),
    kinds: z.array(AcceptanceRow),
    ministries: z.array(AcceptanceRow),
    months: z.array(AcceptanceRow),
  })
  .meta({ id: 'Acceptance' });
export type Acceptance = z.infer<typeof Acceptance>;

export const ChosenFilter = Paging.extend(AcceptanceFilter.shape).extend({
  kind: ChoiceKind.optional(),
  verdict: Verdict.optional(),
  ministry: Subject.optional(),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月は 2026-11 の形で指定してください')
    .optional(),
});
export type ChosenFilter = z.infer<typeof ChosenFilter>;

/** A choice with its case. */
export const ChosenPage = pageOf(
  Choice.extend({ consultation: z.object({ id: z.uuid(), number: z.string(), title: z.string() }) }),
);
export type ChosenPage = z.infer<typeof ChosenPage>;

import { z } from 'zod';
import { COUNTED_UP_TO } from './consultations.js';
import { ConsultationState } from './lifecycle.js';
import { listParam, Paging } from './paging.js';

/** What is searched, in the order in which it is shown. */
export const SearchKind = z.enum([
  'consultation',
  'answer',
  'reply',
  'measure',
  'practice',
  'attachment',
  'contact',
  'person',
]);
export type SearchKind = z.infer<typeof SearchKind>;

export const SEARCH_KIND_LABEL: Record<SearchKind, string> = {
  consultation: '相談',
  answer: '府省庁回答',
  reply: '回答書',
  measure: '施策',
  practice: '好事例',
  attachment: '添付資料',
  contact: '府省庁の担当者',
  person: '利用者',
};

/** How many of each kind stand on the page of all kinds. */
export const FIRST_OF_EACH = 5;

/** What is looked for: it stands in the address, and may be kept. */
export const SearchQuestion = z.object({
  /** Words (all of them), "phrases", OR between alternatives, minus before what must not occur. */
  q: z.string().trim().max(200, '検索語は200文字以内で入力してください').default(''),
  /** Left out: the first few of every kind. */
  kind: SearchKind.optional(),
  state: listParam(ConsultationState),
  ministry: z.string().max(40).optional(),
  prefecture: z
    .string()
    .regex(/^\d{2}(\d{4})?$/, '都道府県コードは2桁又は6桁で指定してください')
    .optional(),
  field: z.string().max(30).optional(),
  year: z.coerce.number().int().min(2019).max(2100).optional(),
});
export type SearchQuestion = z.infer<typeof SearchQuestion>;

export const SearchFilter = Paging.extend(SearchQuestion.shape).refine(
  ({ page, size }) => (page - 1) * size < COUNTED_UP_TO,
  {
    path: ['page'],
    error: `検索結果は${COUNTED_UP_TO.toLocaleString('ja-JP')}件まで表示します。語や条件を加えて絞り込んでください`,
  },
);
export type SearchFilter = z.infer<typeof SearchFilter>;

/** A stretch of a text; `hit` where it is what was searched for. */
export const Stretch = z.object({ text: z.string(), hit: z.boolean() });
export type Stretch = z.infer<typeof Stretch>;

export const SearchHit = z
  .object({
    id: z.string(),
    title: z.array(Stretch),
    /** The text around the first place where it was found; empty where only facts match. */
    excerpt: z.array(Stretch),
    /** Number, town, state, ministry …: what tells one hit from another. */
    about: z.array(z.string()),
    /** The case to which it belongs. */
    consultationId: z.uuid().nullable(),
  })
  .meta({ id: 'SearchHit' });
export type SearchHit = z.infer<typeof SearchHit>;

/** `more`: there are more than `total`; narrow the search. */
export const SearchGroup = z.object({
  kind: SearchKind,
  items: z.array(SearchHit),
  total: z.number().int(),
  more: z.boolean(),
});
export type SearchGroup = z.infer<typeof SearchGroup>;

/** A group for every kind that the reader may look through at all and that the filters fit. */
export const SearchResult = z.object({ groups: z.array(SearchGroup) }).meta({ id: 'SearchResult' });
export type SearchResult = z.infer<typeof SearchResult>;

export const SEARCH_DIGEST_LABEL = { none: '知らせない', daily: '毎日', weekly: '毎週' } as const;
export const SearchDigest = z.enum(Object.keys(SEARCH_DIGEST_LABEL) as [keyof typeof SEARCH_DIGEST_LABEL]);
export type SearchDigest = z.infer<typeof SearchDigest>;

/** After so many failures in a row its owner is told. */
export const LOOKED_IN_VAIN = 3;

const Choices = z.object({
  name: z.string().trim().min(1, '検索の名前を入力してください').max(60, '検索の名前は60文字以内で入力してください'),
  /** Colleagues of the same office may use it; each finds what he himself may read. */
  shared: z.boolean().default(false),
  /** How often its owner hears of new hits; nothing new, nothing heard. */
  digest: SearchDigest.default('none'),
});

export const NewSavedSearch = Choices.extend({
  question: SearchQuestion.refine(({ q }) => q !== '', { path: ['q'], error: '探す語を入力してから保存してください' }),
});
export type NewSavedSearch = z.infer<typeof NewSavedSearch>;

export const SavedSearchChoices = Choices;
export type SavedSearchChoices = z.infer<typeof SavedSearchChoices>;

export const SavedSearch = z.object({
  id: z.uuid(),
  ...Choices.shape,
  question: SearchQuestion,
  /** Whose it is, if not the reader's own. */
  by: z.string().nullable(),
  /** The one who hears of new hits could not be told any: it fails every time. */
  failing: z.boolean(),
});
export type SavedSearch = z.infer<typeof SavedSearch>;

/** One's own by name, then those that colleagues share. */
export const SavedSearches = z.object({ items: z.array(SavedSearch) }).meta({ id: 'SavedSearches' });
export type SavedSearches = z.infer<typeof SavedSearches>;

import { z } from 'zod';
import { Paging } from './paging.js';

export const KnowledgeKind = z.enum(['thesaurus', 'remit']);
export type KnowledgeKind = z.infer<typeof KnowledgeKind>;
export const KNOWLEDGE_KIND_LABEL: Record<KnowledgeKind, string> = { thesaurus: '類語辞書', remit: '所掌事務の語' };

const Word = z
  .string()
  .trim()
  .min(1)
  .max(40, '一つの語は40文字以内で入力してください')
  // One kana stands in every text.
  .refine((word) => word.length > 1 || /\p{Script=Han}/u.test(word), '1文字の語は漢字に限ります');
const Words = z
  .array(Word)
  .min(1, '語を一つ以上入力してください')
  .max(200, '語は200個までにしてください')
  .transform((words) => [...new Set(words)]);
const Source = z
  .string()
  .trim()
  .min(1, '出典又は根拠を入力してください')
  .max(200, '出典又は根拠は200文字以内で入力してください');
const Reason = z
  .string()
  .trim()
  .min(1, '変更の理由を入力してください')
  .max(200, '変更の理由は200文字以内で入力してください');

/** 類語辞書: everyday words → words of plans and measures. 所掌事務の語: words → a ministry, by its law. */
export const KnowledgeEntry = z.object({
  id: z.string(),
  kind: KnowledgeKind,
  /** The policy words, or the ministry. */
  head: z.array(z.string()),
  /** The everyday words, or the words of the remit. */
  words: z.array(z.string()),
  /** Where the entry comes from: a plan, a law. */
  source: z.string(),
  /** The newest change; none where it is as shipped. */
  changedIn: z.int().nullable(),
  removed: z.boolean(),
});
export type KnowledgeEntry = z.infer<typeof KnowledgeEntry>;

const Permits = z.array(z.enum(['change']));

export const KnowledgeFilter = Paging.extend({
  /** Part of a word, of a ministry or of a source. */
  q: z.string().trim().max(100).optional(),
});
export type KnowledgeFilter = z.infer<typeof KnowledgeFilter>;

/** `version`: of thesaurus and remits together; 0 as shipped. */
export const KnowledgePage = z
  .object({
    items: z.array(KnowledgeEntry),
    total: z.int(),
    version: z.int(),
    ministries: z.array(z.string()),
    allowedActions: Permits,
  })
  .meta({ id: 'KnowledgePage' });
export type KnowledgePage = z.infer<typeof KnowledgePage>;

/** One version of an entry. `madeBy` is nobody for what was shipped. */
export const KnowledgeChange = z.object({
  version: z.int(),
  head: z.array(z.string()),
  words: z.array(z.string()),
  source: z.string(),
  removed: z.boolean(),
  reason: z.string(),
  madeBy: z.string().nullable(),
  madeAt: z.iso.datetime().nullable(),
});
export type KnowledgeChange = z.infer<typeof KnowledgeChange>;

export const KnowledgeDetail = KnowledgeEntry.extend({
  version: z.int(),
  /** Newest first; the last is what was shipped. */
  history: z.array(KnowledgeChange),
  ministries: z.array(z.string()),
  allowedActions: Permits,
}).meta({ id: 'KnowledgeDetail' });
export type KnowledgeDetail = z.infer<typeof KnowledgeDetail>;

/** Comes with the effect of a change, and is sent back with that change: what nobody was shown is not made. */
export const EffectSeal = z.string().max(100);

export const KnowledgeInput = z.object({
  /** The version that was read; another change in between is told. */
  seen: z.int().min(0),
  head: Words,
  words: Words,
  source: Source,
  reason: Reason,
  removed: z.boolean().default(false),
  seal: EffectSeal.default(''),
});
export type KnowledgeInput = z.infer<typeof KnowledgeInput>;

/** How many of the newest cases a change is tried on. */
export const TRIED_ON = 200;

/** What a change does to the newest cases. Title and id are for who reads cases. Sealed until it is made. */
export const KnowledgeEffect = z
  .object({
    id: z.string(),
    seal: EffectSeal.nullable(),
    examined: z.int(),
    cases: z.array(
      z.object({
        number: z.string(),
        title: z.string().nullable(),
        consultationId: z.uuid().nullable(),
        before: z.array(z.string()),
        after: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'KnowledgeEffect' });
export type KnowledgeEffect = z.infer<typeof KnowledgeEffect>;

import { z } from 'zod';

/** A record of the 2022 strategy (R4), whose bracket of ministries can be cited. */
const Citation = z.object({
  id: z.string(),
  heading: z.string(),
  path: z.array(z.string()),
  line: z.int(),
  /** The bracket as printed, before the reorganisations. */
  printed: z.array(z.string()),
  /** What the card and the record share. */
  terms: z.array(z.string()),
});

/** A measure of the 2025 strategy (R7). It names no ministry: its owners are an inference. */
const Inference = z.object({
  id: z.string(),
  ref: z.string(),
  title: z.string(),
  terms: z.array(z.string()),
  everyday: z.array(z.string()),
});

const RemitWord = z.object({
  word: z.string(),
  source: z.string(),
  /** The words of the card from which the thesaurus came to the word. */
  via: z.array(z.string()).nullable(),
});

export const SuggestedMinistry = z.object({
  name: z.string(),
  score: z.number(),
  /** The ministry to ask first. */
  leads: z.boolean(),
  divisions: z.array(z.object({ name: z.string(), records: z.array(z.string()) })),
  citations: z.array(Citation),
  inferences: z.array(Inference),
  remits: z.array(RemitWord),
});
export type SuggestedMinistry = z.infer<typeof SuggestedMinistry>;

export const SuggestedMeasure = z.object({
  id: z.string(),
  ref: z.string(),
  title: z.string(),
  score: z.number(),
  owners: z.array(z.string()),
  terms: z.array(z.string()),
  /** What the card shares with how towns speak of what the measure is for; these words are not the measure's own. */
  everyday: z.array(z.string()),
  /** Everyday words of the card, and the policy words they stand for. */
  thesaurus: z.array(z.object({ words: z.array(z.string()), policy: z.array(z.string()) })),
});
export type SuggestedMeasure = z.infer<typeof SuggestedMeasure>;

export const SuggestionFlag = z.object({
  raised: z.boolean(),
  /** What raised it: words of the card and why they count. */
  reasons: z.array(z.object({ kind: z.string(), words: z.array(z.string()), reason: z.string() })),
});
export type SuggestionFlag = z.infer<typeof SuggestionFlag>;

/** What the desk may ask whom, with the evidence. A person decides. */
export const Suggestions = z
  .object({
    ministries: z.array(SuggestedMinistry),
    measures: z.array(SuggestedMeasure),
    similarRecords: z.array(Citation),
    outOfScope: SuggestionFlag,
    noMunicipality: SuggestionFlag,
    vague: SuggestionFlag.extend({ questions: z.array(z.string()) }),
  })
  .meta({ id: 'Suggestions' });
export type Suggestions = z.infer<typeof Suggestions>;
export type Citation = z.infer<typeof Citation>;

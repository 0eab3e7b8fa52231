import type { DataSource } from 'typeorm';
import type { Karte } from '../contract/forms.js';
import type { ConsultationState } from '../contract/lifecycle.js';
import type { SearchKind, SearchQuestion } from '../contract/search.js';
import type { Actor } from '../identity/actor.js';
import type { QueryWords } from '../platform/search/text-conditions.js';
import type { Bind } from '../platform/sql/bind.js';

/** Conditions besides the words. */
export type Condition = 'state' | 'ministry' | 'prefecture' | 'field' | 'year';

export interface Asked {
  db: DataSource;
  actor: Actor;
  words: QueryWords;
  filter: SearchQuestion;
}

/** What is shown of a hit, as the database gives it. */
export interface FoundRow {
  id: string;
  title: string;
  /** What is searched, as it was written. */
  text: string;
  about: (string | null)[];
  consultationId: string | null;
  state?: ConsultationState | null;
  /** Of a case, whose text is in its カルテ. */
  karte?: Karte | null;
  formVersion?: number | null;
}

/** One kind of thing that can be found. Whoever may not read a thing does not find it: that is part of `hits`. */
export interface Source {
  kind: SearchKind;
  /** The conditions that say something about this kind; under any other it is left out. */
  takes: readonly Condition[];
  openTo(actor: Actor): boolean;
  /** SELECT of `id`, `title` (folded), `at` and `place`, by which hits of one title are ordered, of all hits. */
  hits(asked: Asked, bind: Bind): Promise<string> | string;
  /** SELECT of a `FoundRow` without its id, for the `page.id` of a hit. */
  details: string;
}

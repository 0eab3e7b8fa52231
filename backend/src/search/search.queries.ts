import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { COUNTED } from '../consultations/searched-cases.js';
import { COUNTED_UP_TO } from '../contract/consultations.js';
import { STATE_LABEL } from '../contract/lifecycle.js';
import {
  FIRST_OF_EACH,
  type SearchFilter,
  type SearchGroup,
  type SearchHit,
  type SearchQuestion,
  type SearchResult,
} from '../contract/search.js';
import { FormQueries } from '../forms/form.queries.js';
import { textsOf } from '../forms/inputs.js';
import type { Actor } from '../identity/actor.js';
import { fold } from '../platform/fold.js';
import { titleRank } from '../platform/search/text-conditions.js';
import { binder } from '../platform/sql/bind.js';
import { ANSWERS } from './answers.js';
import { ATTACHMENTS } from './attachments.js';
import { CASES } from './cases.js';
import { excerpt, marked } from './excerpt.js';
import { MEASURES } from './measures.js';
import { CONTACTS_OF_MINISTRIES, PEOPLE } from './people.js';
import { PRACTICES } from './practices.js';
import { queryWords } from './query-words.js';
import { REPLIES } from './replies.js';
import type { Asked, Condition, FoundRow, Source } from './source.js';

const SOURCES: readonly Source[] = [
  ...[CASES, ANSWERS, REPLIES, MEASURES, PRACTICES, ATTACHMENTS, CONTACTS_OF_MINISTRIES, PEOPLE],
];
const CONDITIONS: readonly Condition[] = ['state', 'ministry', 'prefecture', 'field', 'year'];
/** Long texts are looked through in pieces, which overlap by more than an excerpt has before its word. */
const PIECE = 2000;
const OVERLAP = 300;
const BEST = 'ORDER BY rank DESC, at DESC NULLS LAST, id';

/** The kinds that the reader may look through and that the filters fit. */
const fitting = ({ actor, filter }: Asked): Source[] =>
  SOURCES.filter(
    ({ openTo, takes }) => openTo(actor) && CONDITIONS.every((one) => filter[one] === undefined || takes.includes(one)),
  );

@Injectable()
export class SearchQueries {
  constructor(
    private readonly db: DataSource,
    private readonly forms: FormQueries,
  ) {}

  /** The first hits of every kind, or a page of one; the other kinds then with their number only. */
  async search(actor: Actor, filter: SearchFilter): Promise<SearchResult> {
    const asked = this.asked(actor, filter);
    if (!asked) return { groups: [] };
    const groups = fitting(asked).map((source) => this.group(source, asked, filter));
    return { groups: await Promise.all(groups) };
  }

  /** The newest hits of every kind, or of the one asked for: which they are, not what they say. */
  async hits(actor: Actor, question: SearchQuestion): Promise<string[]> {
    const asked = this.asked(actor, question);
    if (!asked) return [];
    const found: string[] = [];
    for (const source of fitting(asked).filter(({ kind }) => !question.kind || question.kind === kind)) {
      const { bind, values } = binder();
      const rows: { id: string }[] = await this.db.query(
        `SELECT id FROM (${await source.hits(asked, bind)}) found ORDER BY at DESC NULLS LAST, id LIMIT ${COUNTED_UP_TO}`,
        values,
      );
      found.push(...rows.map(({ id }) => `${source.kind} ${id}`));
    }
    return found;
  }

  private asked(actor: Actor, filter: SearchQuestion): Asked | null {
    const words = queryWords(filter.q);
    return words.groups.length > 0 ? { db: this.db, actor, words, filter } : null;
  }

  private async group(source: Source, asked: Asked, filter: SearchFilter): Promise<SearchGroup> {
    const { words } = asked;
    const chosen = filter.kind === source.kind;
    const size = chosen ? filter.size : filter.kind ? 0 : FIRST_OF_EACH;
    const offset = chosen ? (filter.page - 1) * filter.size : 0;
    const { bind, values } = binder();
    const rows: (FoundRow & { total: number })[] = await this.db.query(
      `WITH found AS MATERIALIZED (${await source.hits(asked, bind)}),
         newest AS (SELECT * FROM found ORDER BY at DESC NULLS LAST, id LIMIT ${COUNTED}),
         counted AS (SELECT count(*)::int AS total FROM newest),
         ranked AS (SELECT id, at, ${titleRank('title', words, bind)} AS rank
                    FROM (SELECT * FROM newest ORDER BY at DESC NULLS LAST, id LIMIT ${COUNTED_UP_TO}) best),
         page AS MATERIALIZED (SELECT * FROM ranked ${BEST} LIMIT ${bind(size)} OFFSET ${bind(offset)})
       SELECT counted.total, shown.* FROM counted LEFT JOIN (
         SELECT page.id, page.rank, page.at, details.* FROM page CROSS JOIN LATERAL (${source.details}) details) shown ON true
       ${BEST}`,
      values,
    );
    const total = rows[0]?.total ?? 0;
    return {
      kind: source.kind,
      items: await Promise.all(
        rows.filter(({ id }) => id !== null).map((row) => this.present(row, words.groups.flat())),
      ),
      total: Math.min(total, COUNTED_UP_TO),
      more: total > COUNTED_UP_TO,
    };
  }

  private async present(row: FoundRow, terms: readonly string[]): Promise<SearchHit> {
    const written = row.karte ? textsOf(await this.forms.get(row.formVersion ?? 1), row.karte) : [];
    return {
      id: row.id,
      title: marked(row.title, terms),
      excerpt: excerpt(firstWith(terms, [...written.filter((text) => text !== row.title), row.text]), terms),
      about: [...row.about, row.state ? STATE_LABEL[row.state] : null].filter((one) => one !== null),
      consultationId: row.consultationId,
    };
  }
}

/** The text that an excerpt is taken from. To fold is quick; to know where each character stands is not. */
function firstWith(terms: readonly string[], texts: readonly string[]): string {
  for (const text of texts)
    for (let at = 0; at < text.length; at += PIECE - OVERLAP) {
      const piece = text.slice(at, at + PIECE);
      const folded = fold(piece);
      if (terms.some((term) => folded.includes(term))) return piece;
    }
  return '';
}

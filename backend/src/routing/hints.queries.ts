import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { may } from '../consultations/policy.js';
import type { SuggestionFlag } from '../contract/routing.js';
import type { KarteHints } from '../contract/suggestions.js';
import { GoodPracticeQueries } from '../good-practices/good-practice.queries.js';
import type { Actor } from '../identity/actor.js';
import { authorize } from '../platform/errors.js';
import { contextsOf } from './contexts.js';
import { withCalls } from './measure-calls.js';
import { practicesNear } from './practices-near.js';
import { similarCases } from './similar-cases.js';
import { storedCard } from './stored-card.js';
import { Suggesters } from './suggesters.js';

const MEASURES = 8;
const PRACTICES = 5;

/** Help for whoever writes a カルテ. It is looked up from what was saved last, and nothing of it is kept. */
@Injectable()
export class HintsQueries {
  constructor(
    private readonly db: DataSource,
    private readonly suggesters: Suggesters,
    private readonly practices: GoodPracticeQueries,
    private readonly calendar: Calendar,
  ) {}

  async of(actor: Actor, id: string): Promise<KarteHints> {
    const { row, card } = await storedCard(this.db, actor, id, 'written');
    authorize(may(actor, 'edit', row));
    const { suggester } = await this.suggesters.current();
    const { measures, outOfScope, vague } = suggester.suggest(card);
    const [practices, similar] = await Promise.all([
      practicesNear(this.practices, suggester, card, PRACTICES),
      similarCases(this.db, actor, id, suggester.tellingWords(card)),
    ]);
    const shown = await withCalls(this.db, measures.slice(0, MEASURES), this.calendar.today());
    const elsewhere = saidIn(outOfScope);
    const words = [
      ...shown.flatMap(({ terms, everyday, thesaurus }) => [
        ...terms,
        ...everyday,
        ...thesaurus.flatMap((entry) => entry.words),
      ]),
      ...[...practices, ...similar].flatMap((one) => one.words),
      ...elsewhere,
    ];
    return {
      measures: shown.map(({ id: measure, ref, title, terms, everyday, thesaurus, call, applyUntil }) => ({
        id: measure,
        ref,
        title,
        terms,
        everyday,
        thesaurus,
        call,
        applyUntil,
      })),
      practices,
      similarCases: similar,
      questions: vague.questions,
      elsewhere,
      contexts: contextsOf(card, words),
    };
  }
}

const saidIn = ({ reasons }: SuggestionFlag): string[] => reasons.flatMap(({ words }) => words);

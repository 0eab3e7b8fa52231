import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { may } from '../consultations/policy.js';
import type { Suggestions } from '../contract/routing.js';
import type { CaseSuggestions } from '../contract/suggestions.js';
import type { Actor } from '../identity/actor.js';
import { authorize } from '../platform/errors.js';
import { ChoicesQueries } from './choices.queries.js';
import { contextsOf } from './contexts.js';
import { withCalls } from './measure-calls.js';
import { RoutingRulesQueries } from './routing-rules.queries.js';
import { similarCases } from './similar-cases.js';
import { storedCard } from './stored-card.js';
import { Suggesters } from './suggesters.js';

@Injectable()
export class SuggestionsQueries {
  constructor(
    private readonly db: DataSource,
    private readonly suggesters: Suggesters,
    private readonly choices: ChoicesQueries,
    private readonly rules: RoutingRulesQueries,
    private readonly calendar: Calendar,
  ) {}

  /** For those who decide whom to ask, from what was submitted last. */
  async of(actor: Actor, id: string): Promise<CaseSuggestions> {
    const { row, card } = await storedCard(this.db, actor, id, 'submitted');
    authorize(may(actor, 'assign', row));
    const { suggester, version } = await this.suggesters.current();
    const suggestions = suggester.suggest(card);
    const [ids, choices, rules, similar] = await Promise.all([
      this.ministryIds(suggestions),
      this.choices.of(actor, id),
      this.rules.meeting(id),
      similarCases(this.db, actor, id, suggester.tellingWords(card)),
    ]);
    return {
      ...suggestions,
      ministries: suggestions.ministries.map((one) => ({ ...one, id: ids.get(one.name) ?? null })),
      measures: await withCalls(this.db, suggestions.measures, this.calendar.today()),
      contexts: contextsOf(card, [...wordsOf(suggestions), ...similar.flatMap(({ words }) => words)]),
      similarCases: similar,
      choices,
      rules,
      knowledge: version,
    };
  }

  /** The ministries as the directory knows them today. */
  private async ministryIds({ ministries }: Suggestions): Promise<Map<string, string>> {
    const rows: { id: string; name: string }[] = await this.db.query(
      `SELECT id, name FROM ministries
       WHERE name = ANY ($1) AND valid_from <= $2 AND coalesce(valid_to >= $2, true)`,
      [ministries.map(({ name }) => name), this.calendar.today()],
    );
    return new Map(rows.map(({ id, name }) => [name, id]));
  }
}

/** All words of the card that the evidence names. */
function wordsOf({ ministries, measures, similarRecords, ...flags }: Suggestions): string[] {
  return [
    ...ministries.flatMap(({ citations, inferences, remits }) => [
      ...[...citations, ...inferences].flatMap(({ terms }) => terms),
      ...inferences.flatMap(({ everyday }) => everyday),
      ...remits.flatMap(({ word, via }) => via ?? [word]),
    ]),
    ...measures.flatMap(({ terms, everyday, thesaurus }) => [
      ...terms,
      ...everyday,
      ...thesaurus.flatMap(({ words }) => words),
    ]),
    ...similarRecords.flatMap(({ terms }) => terms),
    ...[flags.outOfScope, flags.noMunicipality, flags.vague].flatMap(({ reasons }) =>
      reasons.flatMap(({ words }) => words),
    ),
  ];
}

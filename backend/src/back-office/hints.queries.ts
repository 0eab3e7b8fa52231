import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import type { SupportHints } from '../contract/back-office.js';
import { GoodPracticeQueries } from '../good-practices/good-practice.queries.js';
import type { Actor } from '../identity/actor.js';
import { authorize } from '../platform/errors.js';
import { withCalls } from '../routing/measure-calls.js';
import { practicesNear } from '../routing/practices-near.js';
import { Suggesters } from '../routing/suggesters.js';
import { mayTeam } from '../teams/policy.js';
import { teamOf } from '../teams/stored-team.js';
import { solvedLike } from './solved.js';

const MEASURES = 6;
const PRACTICES = 4;

/** Shown before a request is sent, so that many need not be. Nothing of it is kept. */
@Injectable()
export class SupportHintQueries {
  constructor(
    private readonly db: DataSource,
    private readonly suggesters: Suggesters,
    private readonly practices: GoodPracticeQueries,
    private readonly calendar: Calendar,
  ) {}

  async of(actor: Actor, teamId: string, text: string): Promise<SupportHints> {
    authorize(mayTeam(actor, 'askSupport', await teamOf(this.db, actor, teamId)));
    if (text === '') return { measures: [], practices: [], solved: [] };
    const card = { title: '', issue: text, idea: '', elements: [], ask: '' };
    const { suggester } = await this.suggesters.current();
    const measures = suggester.suggest(card).measures.slice(0, MEASURES);
    const [shown, near, solved] = await Promise.all([
      withCalls(this.db, measures, this.calendar.today()),
      practicesNear(this.practices, suggester, card, PRACTICES),
      solvedLike(this.db, actor, teamId, suggester.tellingWords(card)),
    ]);
    return {
      measures: shown.map(({ id, ref, title, terms, thesaurus, call, applyUntil }) => ({
        ...{ id, ref, title, call, applyUntil },
        words: [...new Set([...terms, ...thesaurus.flatMap((entry) => entry.words)])],
      })),
      practices: near.map(({ id, name, words }) => ({ id, name, words })),
      solved,
    };
  }
}

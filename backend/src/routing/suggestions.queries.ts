import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Case, may, readable } from '../consultations/policy.js';
import type { Karte } from '../contract/forms.js';
import type { Suggestions } from '../contract/routing.js';
import type { Actor } from '../identity/actor.js';
import { authorize, found } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { cardOf } from './card-of-karte.js';
import { readKnowledge } from './knowledge.js';
import { Suggester } from './suggester.js';

@Injectable()
export class SuggestionsQueries {
  private suggester?: Promise<Suggester>;

  constructor(private readonly db: DataSource) {}

  /** For those who decide whom to ask, from what was submitted last. */
  async of(actor: Actor, id: string): Promise<Suggestions> {
    const { bind, values } = binder();
    const rows: (Case & { karte: Karte; municipality: string })[] = await this.db.query(
      `SELECT c.state, c.municipality_code AS "municipalityCode", c.proxy_channel AS "proxyChannel", m.name AS municipality,
         coalesce((SELECT s.karte FROM submissions s WHERE s.consultation_id = c.id ORDER BY s.round DESC LIMIT 1),
                  c.karte) AS karte
       FROM consultations c JOIN municipalities m ON m.code = c.municipality_code
       WHERE c.id = ${bind(id)} AND ${readable(actor, bind)}`,
      values,
    );
    const row = found(rows[0]);
    authorize(may(actor, 'assign', row));
    // The index takes a second to build, so it is built once, when somebody first asks.
    this.suggester ??= readKnowledge().then((knowledge) => new Suggester(knowledge));
    return (await this.suggester).suggest(cardOf(row.karte, row.municipality));
  }
}

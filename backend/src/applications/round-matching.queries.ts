import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RoundMatching } from '../contract/round-matching.js';
import type { Actor } from '../identity/actor.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { authorize, DomainError, found } from '../platform/errors.js';
import { isInside, mayRound } from '../rounds/policy.js';
import { RoundEntity } from '../rounds/round.entity.js';
import { matchingProblem } from './matching-problem.js';

/** The matching problem of a round, once its selection is settled. */
@Injectable()
export class RoundMatchingQueries {
  constructor(private readonly db: DataSource) {}

  async get(actor: Actor, roundId: string): Promise<RoundMatching> {
    authorize(isInside(actor));
    const round = found(await this.db.manager.findOneBy(RoundEntity, { id: roundId }));
    if (!mayRound(actor, 'matchingProblem', round)) {
      throw new DomainError(
        'conflict',
        'round.not_settled',
        '選定がまだ確定していません。選定を確定してから、編成の元になるデータを取り出してください。',
      );
    }
    const problem = await matchingProblem(this.db, round);
    const ids = [...problem.municipalities, ...problem.officers].map(({ id }) => id);
    const names: RoundMatching['names'] = await this.db.query(
      `SELECT a.id, a.number, coalesce(${MUNICIPALITY_LABEL}, p.name || '（' || mi.name || '）') AS label
       FROM applications a JOIN people p ON p.id = a.created_by LEFT JOIN municipalities m ON m.code = a.municipality_code
       LEFT JOIN ministries mi ON mi.id = a.ministry_id WHERE a.id = ANY ($1) ORDER BY a.kind DESC, a.serial`,
      [ids],
    );
    return { problem, settings: { ...round.matching }, names };
  }
}

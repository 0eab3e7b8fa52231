import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readable } from '../consultations/policy.js';
import { insideDesk } from '../consultations/view-policy.js';
import type { Choice } from '../contract/suggestions.js';
import type { Actor } from '../identity/actor.js';
import { authorize, found } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { instant } from '../platform/sql/json.js';

/** A choice `s` as the contract has it. */
export const CHOICE = `s.id, s.kind, s.subject, s.verdict, s.rank, s.knowledge,
  coalesce((SELECT name FROM ministries WHERE id = s.ministry_id), s.measure_label) AS label,
  (SELECT name FROM people WHERE id = s.chosen_by) AS "chosenBy", ${instant('s.chosen_at')} AS "chosenAt",
  (SELECT name FROM people WHERE id = s.undone_by) AS "undoneBy", ${instant('s.undone_at')} AS "undoneAt"`;

@Injectable()
export class ChoicesQueries {
  constructor(private readonly db: DataSource) {}

  /** For the desk alone: towns and ministries read of a measure in the reply, or not at all. */
  async of(actor: Actor, id: string): Promise<Choice[]> {
    const { bind, values } = binder();
    const [known]: object[] = await this.db.query(
      `SELECT 1 FROM consultations c WHERE c.id = ${bind(id)} AND ${readable(actor, bind)}`,
      values,
    );
    found(known);
    authorize(insideDesk(actor));
    return this.db.query(
      `SELECT ${CHOICE} FROM suggestion_choices s WHERE s.consultation_id = $1 ORDER BY s.chosen_at DESC, s.id`,
      [id],
    );
  }
}

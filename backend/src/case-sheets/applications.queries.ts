import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readable } from '../consultations/policy.js';
import { type PracticeApplications } from '../contract/good-practices.js';
import { type ConsultationState, STATE_LABEL } from '../contract/lifecycle.js';
import type { Actor } from '../identity/actor.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { found } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { listOf } from '../platform/sql/json.js';

const SHOWN = 50;
type Case = Omit<PracticeApplications['consultations'][number], 'stateLabel'> & { state: ConsultationState };
interface Row {
  consultations: Case[];
  total: number;
  practices: PracticeApplications['practices'];
}

/** Where a 好事例 was applied elsewhere: the 相談 that began with it and the 事例票 modelled on it. */
@Injectable()
export class ApplicationsQueries {
  constructor(private readonly db: DataSource) {}

  async of(actor: Actor, practiceId: string): Promise<PracticeApplications> {
    const { bind, values } = binder();
    const id = bind(practiceId);
    const began = `consultations c WHERE c.practice_id = g.id AND ${readable(actor, bind)}`;
    const [row]: Row[] = await this.db.query(
      `SELECT ${listOf(
        `'id', c.id, 'number', c.number, 'title', c.title, 'state', c.state, 'municipality', c.label`,
        `(SELECT c.*, ${MUNICIPALITY_LABEL} AS label
          FROM (SELECT c.id, c.number, c.title, c.state, c.municipality_code, c.created_at FROM ${began}) c
          JOIN municipalities m ON m.code = c.municipality_code ORDER BY c.created_at DESC, c.id LIMIT ${SHOWN}) c`,
      )} AS consultations, (SELECT count(*)::int FROM ${began}) AS total,
       ${listOf(
         `'id', a.id, 'name', a.name, 'places', ARRAY(SELECT l.label FROM good_practice_places l
            WHERE l.good_practice_id = a.id ORDER BY l.position)`,
         'good_practices a JOIN case_sheets s ON s.id = a.case_sheet_id WHERE s.practice_id = g.id',
         's.published_on DESC, a.id',
       )} AS practices
       FROM good_practices g WHERE g.id = ${id}`,
      values,
    );
    const { consultations, total, practices } = found(row);
    return {
      consultations: consultations.map(({ state, ...one }) => ({ ...one, stateLabel: STATE_LABEL[state] })),
      total,
      practices,
    };
  }
}

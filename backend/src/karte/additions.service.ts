import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { Advance } from '../consultations/advance.js';
import { may } from '../consultations/policy.js';
import { record } from '../events/record.js';
import { FormQueries } from '../forms/form.queries.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize } from '../platform/errors.js';
import { indexForSearch } from './karte-search.js';

/** 追記: what the town adds after submitting (R5). Nothing is ever taken back. */
@Injectable()
export class AdditionsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly advance: Advance,
    private readonly forms: FormQueries,
  ) {}

  add(actor: Actor, consultationId: string, text: string): Promise<string> {
    return this.db.transaction(async (tx) => {
      const consultation = await this.advance.lock(tx, actor, consultationId);
      authorize(may(actor, 'add', consultation));
      const [{ id }]: [{ id: string }] = await tx.query(
        'INSERT INTO additions (consultation_id, author_id, text, written_at) VALUES ($1, $2, $3, $4) RETURNING id',
        [consultationId, personId(actor), text, this.clock.now()],
      );
      const happening = { type: 'consultation.add', consultationId, subjectId: consultationId, actor };
      await record(tx, { ...happening, audience: 'town', data: { additionId: id } });
      await indexForSearch(tx, consultationId, await this.forms.get(consultation.formVersion, tx));
      return id;
    });
  }
}

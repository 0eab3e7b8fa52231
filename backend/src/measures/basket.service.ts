import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { type Actor, personId } from '../identity/actor.js';
import { found, invalid } from '../platform/errors.js';

const MOST = 100;

/** 控え: the measures a person has collected, e.g. for a reply. Nobody else sees them. */
@Injectable()
export class BasketService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async add(actor: Actor, measureId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM people WHERE id = $1 FOR UPDATE', [personId(actor)]);
      const [measure] = await tx.query('SELECT id FROM measures WHERE id = $1', [measureId]);
      found(measure);
      const [{ n }] = await tx.query(
        'SELECT count(*)::int AS n FROM measure_baskets WHERE person_id = $1 AND measure_id <> $2',
        [personId(actor), measureId],
      );
      if (n >= MOST) throw invalid({ id: `控えに入れられる施策は${MOST}件までです。不要なものを外してください` });
      await tx.query(
        'INSERT INTO measure_baskets (person_id, measure_id, added_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        [personId(actor), measureId, this.clock.now()],
      );
    });
  }

  async remove(actor: Actor, measureId: string): Promise<void> {
    await this.db.query('DELETE FROM measure_baskets WHERE person_id = $1 AND measure_id = $2', [
      ...[personId(actor), measureId],
    ]);
  }

  async empty(actor: Actor): Promise<void> {
    await this.db.query('DELETE FROM measure_baskets WHERE person_id = $1', [personId(actor)]);
  }
}

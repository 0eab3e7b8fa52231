import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type { CurrentMeasureSettings, MeasureSettings } from '../contract/measures.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, found, sameVersion } from '../platform/errors.js';
import { instant } from '../platform/sql/json.js';
import { mayOpen, mayReadSettings } from './policy.js';

/** Whether the catalogue is open to people without an account; a row per version. */
@Injectable()
export class MeasureSettingsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async get(actor: Actor): Promise<CurrentMeasureSettings> {
    authorize(mayReadSettings(actor));
    const { version, public: isPublic, ...changed } = await inForce(this.db);
    return { settings: { version, public: isPublic }, ...changed, allowedActions: mayOpen(actor) ? ['update'] : [] };
  }

  async update(actor: Actor, input: MeasureSettings): Promise<void> {
    authorize(mayOpen(actor));
    await this.db.transaction(async (tx) => {
      await tx.query('LOCK TABLE measure_settings IN SHARE ROW EXCLUSIVE MODE');
      const before = await inForce(tx);
      sameVersion(before.version, input.version, { version: before.version, public: before.public });
      if (before.public === input.public) return;
      await tx.query('INSERT INTO measure_settings (version, public, changed_by, changed_at) VALUES ($1, $2, $3, $4)', [
        ...[before.version + 1, input.public, personId(actor), this.clock.now()],
      ]);
      const data = { before: before.public, after: input.public };
      await record(tx, { type: 'measureSettings.update', subjectId: 'measure_settings', actor, data });
    });
  }

  /** @throws DomainError notFound while the catalogue is closed to the public */
  async requirePublic(): Promise<void> {
    found((await inForce(this.db)).public ? true : null);
  }
}

type InForce = MeasureSettings & Pick<CurrentMeasureSettings, 'changedBy' | 'changedAt'>;

async function inForce(db: DataSource | EntityManager): Promise<InForce> {
  const [settings]: InForce[] = await db.query(
    `SELECT s.version, s.public, p.name AS "changedBy", ${instant('s.changed_at')} AS "changedAt"
     FROM measure_settings s LEFT JOIN people p ON p.id = s.changed_by ORDER BY s.version DESC LIMIT 1`,
  );
  if (!settings) throw new Error('there are no settings of the measures: the migrations have not run');
  return settings;
}

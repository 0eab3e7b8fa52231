import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { tokyoDay } from '../contract/calendar.js';
import type { MeasureDifference } from '../contract/measures.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { authorize, DomainError, found } from '../platform/errors.js';
import { upsert } from '../platform/sql/upsert.js';
import { readCatalogue, sheetContext } from './catalogue.js';
import { compare, doubles, type Origin, type Outcome } from './differences.js';
import { MADE } from './editing.service.js';
import { COLUMNS } from './measure-row.js';
import { mayImport } from './policy.js';
import { type FileReading, readFile } from './read-file.js';
import type { BlockKpi, Fault } from './reading.js';

/** What a file would do to the catalogue. */
export interface Trial {
  reading: FileReading;
  difference: MeasureDifference;
  faults: Fault[];
  rows: Outcome['rows'];
}

interface Kept {
  file_name: string;
  content: Buffer;
  digest: string;
  applied_at: Date | null;
}

const NOTHING: MeasureDifference = { added: [], changed: [], unchanged: 0, kpis: 0 };
const MOST_FAULTS = 200;

/** Files become measures in two steps: what a file would change is kept and shown; a person then applies it, or not. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async try(actor: Actor, fileName: string, content: Buffer): Promise<string> {
    authorize(mayImport(actor));
    return this.db.transaction(async (tx) => {
      const trial = await this.trial(tx, fileName, content);
      const { reading, difference, faults } = trial;
      const digest = digestOf(trial);
      const [{ id }] = await tx.query(
        `INSERT INTO measure_imports (file_name, content, kind, counts, faults, difference, digest, created_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
        [
          ...[fileName, content, reading.kind, JSON.stringify(listed(reading.counts))],
          ...[JSON.stringify(faults.slice(0, MOST_FAULTS)), JSON.stringify(difference), digest],
          ...[actor.id, this.clock.now()],
        ],
      );
      await record(tx, { type: 'measure.tryImport', subjectId: id, actor, data: figuresOf(difference) });
      return id;
    });
  }

  /** All of it or nothing, and only what was shown. */
  async apply(actor: Actor, id: string): Promise<void> {
    authorize(mayImport(actor));
    const moved = await this.db.transaction(async (tx) => {
      await tx.query('LOCK TABLE measures, measure_kpis IN SHARE ROW EXCLUSIVE MODE');
      const [kept]: Kept[] = await tx.query(
        'SELECT file_name, content, digest, applied_at FROM measure_imports WHERE id = $1 FOR UPDATE',
        [id],
      );
      const { file_name, content, digest, applied_at } = found(kept);
      if (applied_at) throw new DomainError('conflict', 'applied', 'このファイルは取込み済みです。');
      const trial = await this.trial(tx, file_name, content);
      refuseUnfit(trial);
      if (digestOf(trial) !== digest) {
        await tx.query('UPDATE measure_imports SET difference = $2, digest = $3 WHERE id = $1', [
          ...[id, JSON.stringify(trial.difference), digestOf(trial)],
        ]);
        return true;
      }
      await this.write(tx, id, trial);
      await tx.query('UPDATE measure_imports SET applied_by = $2, applied_at = $3 WHERE id = $1', [
        ...[id, actor.id, this.clock.now()],
      ]);
      await record(tx, { type: 'measure.import', subjectId: id, actor, data: figuresOf(trial.difference) });
      return false;
    });
    if (moved)
      throw new DomainError(
        'conflict',
        'moved',
        '確認の後に施策が変わりました。新しい違いを確認してから、もう一度取り込んでください。',
      );
  }

  private async trial(tx: EntityManager, fileName: string, content: Buffer): Promise<Trial> {
    const catalogue = await readCatalogue(tx);
    const reading = await readFile(content, catalogue.directory, await sheetContext(tx));
    const misread = [...reading.faults, ...doubles(reading.measures)].sort((left, right) => left.line - right.line);
    const { kind } = reading;
    if (kind === null || misread.length > 0) return { reading, difference: NOTHING, faults: misread, rows: [] };
    const { difference, faults, rows } = compare({ ...reading, kind }, catalogue, this.originOf(kind, fileName));
    return faults.length > 0
      ? { reading, difference: NOTHING, faults, rows: [] }
      : { reading, difference, faults, rows };
  }

  private originOf(kind: NonNullable<FileReading['kind']>, fileName: string): Origin {
    if (kind === 'list') return { source: `取り込んだ一覧「${fileName}」`, since: tokyoDay(this.clock.now()) };
    return STRATEGIES[kind];
  }

  private async write(tx: EntityManager, importId: string, { reading, rows }: Trial): Promise<void> {
    await upsert(tx, {
      table: 'measures',
      key: ['id'],
      columns: { ...COLUMNS, ...MADE, version: 'integer' },
      versioned: false,
      rows: rows.map((row) => ({ ...row, import_id: importId })),
    });
    if (reading.kind === 'strategy2025') await this.writeKpis(tx, reading.kpis);
  }

  private async writeKpis(tx: EntityManager, kpis: readonly BlockKpi[]): Promise<void> {
    await tx.query('DELETE FROM measure_kpis');
    const rows = kpis.map(({ block, text }, position) => ({ block, position, text }));
    await tx.query(
      `INSERT INTO measure_kpis (block, position, text)
       SELECT block, position, text FROM jsonb_to_recordset($1::jsonb) AS k (block text, position integer, text text)`,
      [JSON.stringify(rows)],
    );
  }
}

const STRATEGIES = {
  strategy2025: { source: '地方創生に関する総合戦略（2025-12-23）第5節・第6節', since: '2025-12-23' },
  strategy2022: { source: 'デジタル田園都市国家構想総合戦略（2022-12-23）第4章', since: '2022-12-23' },
} as const satisfies Record<string, Origin>;

function refuseUnfit({ faults, difference }: Trial): void {
  if (faults.length > 0)
    throw new DomainError(
      'conflict',
      'faulty',
      '誤りのある行があるため、取り込めません。ファイルを直して、もう一度選んでください。',
    );
  const { added, changed, kpis } = difference;
  if (added.length + changed.length + kpis === 0)
    throw new DomainError('conflict', 'nothing', '登録済みの内容と同じです。取り込むものはありません。');
}

const figuresOf = ({ added, changed, unchanged, kpis }: MeasureDifference) => ({
  ...{ added: added.length, changed: changed.length, unchanged, kpis },
});

const listed = (counts: Record<string, number>) => Object.entries(counts).map(([label, count]) => ({ label, count }));

/** By which one knows that a file still does what was shown, and to the same versions: of a long text only the beginning is shown. */
function digestOf({ difference, rows }: Trial): string {
  const versions = rows.map(({ id, version }) => `${id} ${version}`);
  return createHash('sha256')
    .update(JSON.stringify([difference, versions]))
    .digest('hex');
}

import { Injectable } from '@nestjs/common';
import { writeXlsx } from 'hucre/xlsx';
import { DataSource } from 'typeorm';
import { type MeasureConditions, OWNER_BASIS_LABEL } from '../contract/measures.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { csv } from '../platform/csv.js';
import { binder } from '../platform/sql/bind.js';
import { sheetContext, storedMeasures } from './catalogue.js';
import { MeasureQueries } from './measure.queries.js';
import type { KeptMeasure } from './measure-row.js';
import {
  editionLabel,
  ID_HEADER,
  OWNER_HEADERS,
  SHEET_COLUMNS,
  SHOWN_ONLY,
  type SheetContext,
} from './sheet-columns.js';

type Cell = string | number;

/** Lists of measures as files: the same sheet that the import reads. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly db: DataSource,
    private readonly queries: MeasureQueries,
  ) {}

  async csv(actor: Actor, conditions: MeasureConditions): Promise<string> {
    const [head = [], ...rows] = await this.sheet(actor, conditions);
    return csv(head.map(String), rows);
  }

  async xlsx(actor: Actor, conditions: MeasureConditions): Promise<Buffer> {
    const rows = await this.sheet(actor, conditions);
    const columns = (rows[0] ?? []).map((header) => ({ width: WIDE.has(String(header)) ? 48 : 18 }));
    const sheet = { name: '施策', rows, columns, freezePane: { rows: 1, columns: 1 } };
    return Buffer.from(await writeXlsx({ sheets: [sheet] }));
  }

  private async sheet(actor: Actor, conditions: MeasureConditions): Promise<Cell[][]> {
    const { bind, values } = binder();
    const measures = await storedMeasures(this.db, this.queries.where(actor, conditions, bind), values);
    const context = await sheetContext(this.db);
    await record(this.db.manager, { type: 'measure.export', subjectId: 'measures', actor, data: conditions });
    return [HEAD, ...measures.map((measure) => cellsOf(measure, context))];
  }
}

const WIDE = new Set(['施策名', '主な事業', '所管府省庁', '対象者', '要件', '本文']);

const HEAD = [ID_HEADER, ...SHOWN_ONLY, ...Object.keys(OWNER_HEADERS), ...SHEET_COLUMNS.map(({ header }) => header)];

function cellsOf(measure: KeptMeasure, context: SheetContext): Cell[] {
  const ownersIn = (wanted: string) =>
    measure.owners
      .filter(({ relation }) => relation === wanted)
      .map(({ ministry, division }) => `${ministry} ${division}`.trim())
      .join('\n');
  const bases = [...new Set(measure.owners.map(({ basis }) => OWNER_BASIS_LABEL[basis]))].join('、');
  return [
    measure.id,
    ...[editionLabel(measure.edition), measure.ref, bases],
    ...Object.values(OWNER_HEADERS).map(ownersIn),
    ...SHEET_COLUMNS.map(({ write }) => write(measure, context)),
  ];
}

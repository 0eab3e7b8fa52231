import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Clock } from './calendar/clock.js';
import { IMPORT_KIND_LABEL, type MeasureImport } from './contract/measures.js';
import { createDataSource } from './database.js';
import { SYSTEM } from './identity/actor.js';
import { ImportQueries } from './measures/import.queries.js';
import { ImportsService } from './measures/imports.service.js';
import { databaseUrl } from './platform/config.js';

const SHOWN = 20;

/** Tries a file, prints what is in it and what it would change, and with `--apply` takes it over. */
const [file = '', flag] = process.argv.slice(2);
const db = await createDataSource(databaseUrl()).initialize();
const [{ ready }] = await db.query(`SELECT to_regclass('measure_imports') IS NOT NULL AS ready`);
if (ready) await importFile();
else {
  console.error('施策の表がありません。npm start で一度起動してから、もう一度実行してください。');
  process.exitCode = 1;
}
await db.destroy();

async function importFile(): Promise<void> {
  const imports = new ImportsService(db, new Clock());
  const id = await imports.try(SYSTEM, basename(file), readFileSync(file));
  const shown = await new ImportQueries(db).get(SYSTEM, id);
  for (const line of linesOf(shown)) console.log(line);
  if (shown.state === 'faulty') process.exitCode = 1;
  if (shown.state !== 'ready') return;
  if (flag === '--apply') await imports.apply(SYSTEM, id);
  console.log(flag === '--apply' ? '取り込みました。' : '何も変えていません。取り込むには --apply を付けてください。');
}

function linesOf({ kind, counts, faults, difference, state }: MeasureImport): string[] {
  const { added, changed, unchanged, kpis } = difference;
  const figures = `新規 ${added.length}、変更 ${changed.length}、変更なし ${unchanged}、KPI の違い ${kpis}`;
  return [
    `種類: ${kind ? IMPORT_KIND_LABEL[kind] : '不明'}`,
    `内容: ${counts.map(({ label, count }) => `${label} ${count}`).join('、') || 'なし'}`,
    ...faults.slice(0, SHOWN).map(({ line, message }) => `${line}行目: ${message}`),
    ...(faults.length > SHOWN ? [`ほか${faults.length - SHOWN}件`] : []),
    state === 'faulty' ? `誤り ${faults.length}件。何も取り込んでいません。` : figures,
    ...(state === 'nothing' ? ['登録済みの内容と同じです。'] : []),
  ];
}

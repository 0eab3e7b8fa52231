import type { DataSource } from 'typeorm';
import { holidayRows } from './calendar/holiday.rows.js';
import { loadForms } from './forms/load-forms.js';
import { goodPracticeRows } from './good-practices/good-practice.rows.js';
import { measureRows } from './measures/measure.rows.js';
import { divisionRows, ministryRows } from './ministries/ministry.rows.js';
import { municipalityRows } from './municipalities/municipality.rows.js';
import { upsert } from './platform/sql/upsert.js';
import { logicModelRows, policyRows } from './policies/policy.rows.js';
import { surveyRows } from './surveys/survey.rows.js';

/** Puts the reference data in place. May run at every start: what an administrator edited stays as it is. */
export async function loadReferenceData(db: DataSource): Promise<void> {
  const tables = [
    municipalityRows(),
    await ministryRows(),
    await divisionRows(),
    holidayRows(),
    ...(await policyRows()),
    ...(await logicModelRows()),
    ...(await goodPracticeRows()),
    await surveyRows(),
    await measureRows(),
  ];
  await db.transaction(async (tx) => {
    for (const table of tables) await upsert(tx, table);
    await loadForms(tx);
  });
}

import { z } from 'zod';
import { MAIN_QUESTION, SurveyQuestion } from '../contract/surveys.js';
import { readSeed } from '../platform/seed.js';
import type { TableRows } from '../platform/sql/upsert.js';

const Definition = z.object({
  source: z.string(),
  sourceDate: z.iso.date(),
  survey: z.string(),
  version: z.number().int(),
  name: z.string(),
  closesAfterDays: z.number().int(),
  remindAfterDays: z.number().int(),
  questions: z
    .array(SurveyQuestion)
    .refine(([main]) => main?.id === MAIN_QUESTION && main.kind === 'scale' && main.required, 'the main question leads')
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'a question stands twice'),
});

const FILES = ['consultation', 'companion-town', 'companion-officer', 'companion-town-2', 'companion-officer-2'];

/**
 * The surveys. A question whose meaning changes gets a new id in a new version, because reports add up the answers to one
 * id over all versions.
 */
export async function surveyRows(): Promise<TableRows> {
  const files = await Promise.all(FILES.map((name) => readSeed(`surveys/${name}.json`)));
  return {
    table: 'survey_definitions',
    key: ['survey', 'version'],
    columns: {
      survey: 'text',
      version: 'integer',
      name: 'text',
      closes_after_days: 'integer',
      remind_after_days: 'integer',
      questions: 'jsonb',
      valid_from: 'date',
      source: 'text',
    },
    versioned: false,
    rows: files.map((file) => {
      const definition = Definition.parse(file);
      return {
        ...definition,
        closes_after_days: definition.closesAfterDays,
        remind_after_days: definition.remindAfterDays,
        valid_from: definition.sourceDate,
      };
    }),
  };
}

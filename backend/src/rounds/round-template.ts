import { z } from 'zod';
import { formatFiscalYear } from '../contract/calendar.js';
import { Criterion } from '../contract/rounds.js';
import { Settings } from '../matching/settings.js';
import { readSeed } from '../platform/seed.js';

const Template = z.object({
  places: z.number().int(),
  populationLimit: z.number().int(),
  reviewers: z.number().int(),
  teamSize: z.number().int(),
  skillYears: z.array(z.number().int()).length(2),
  calls: z.object({ opensAt: z.string(), closesAt: z.string() }),
  criteria: z.array(Criterion),
  calendar: z.array(
    z.object({ key: z.string(), label: z.string(), day: z.string(), nextYear: z.boolean().default(false) }),
  ),
});

/** What a new round of a 年度 starts with. Its calls are made in February before the 年度 begins. */
export async function roundTemplate(fiscalYear: number) {
  const { calls, calendar, ...settings } = Template.parse(await readSeed('rounds/template.json'));
  const at = (minute: string) => new Date(`${fiscalYear}-${minute}:00+09:00`);
  return {
    ...settings,
    name: `${formatFiscalYear(fiscalYear)} 地方創生伴走支援`,
    matching: Settings.parse({}),
    calendar: calendar.map(({ key, label, day, nextYear }) => ({
      ...{ key, label },
      on: `${fiscalYear + (nextYear ? 1 : 0)}-${day}`,
    })),
    opensAt: at(calls.opensAt),
    closesAt: at(calls.closesAt),
  };
}

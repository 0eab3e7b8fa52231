import type { FormChoices, FormDefinition, Karte } from '../contract/forms.js';
import type { CallKind } from '../contract/rounds.js';
import type { Faults } from '../forms/draft-check.js';
import { writtenRows } from '../forms/inputs.js';
import { checkSubmission } from '../forms/submission-check.js';
import type { WrittenPlace } from './places.js';

export interface Circumstances {
  kind: CallKind;
  populationLimit: number;
  /** The day of Tokyo. */
  today: string;
  places: readonly WrittenPlace[];
  /** The leading town of the application. */
  municipalityCode: string | null;
  /** The address of whoever applies. */
  email: string;
}

/** All that must be right before an 応募 is handed in: what the form says, and what the call says. */
export function checkApplication(
  form: FormDefinition,
  sheet: Karte,
  choices: FormChoices,
  about: Circumstances,
): Faults {
  const rules = about.kind === 'town' ? townFaults(sheet, about) : officerFaults(sheet, about);
  return { ...rules, ...placeFaults(about.places), ...checkSubmission(form, sheet, choices) };
}

/** Digits in full or half width, with or without commas. */
export function wholeNumber(text: unknown): number | null {
  const digits = String(text ?? '')
    .normalize('NFKC')
    .replace(/[,\s人年]/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

function townFaults(sheet: Karte, { populationLimit, today, places, municipalityCode }: Circumstances): Faults {
  const faults: Faults = {};
  const populations = [
    { path: 'population', value: sheet.population },
    ...writtenRows(sheet, 'members').map(({ row, index }) => ({
      path: `members.${index}.population`,
      value: row.population,
    })),
  ];
  for (const { path, value } of populations) {
    const people = wholeNumber(value);
    if (people === null) faults[path] = '人口は、4,821 のように数字で入力してください。';
    else if (people >= populationLimit)
      faults[path] = `応募できるのは、人口${populationLimit.toLocaleString('ja-JP')}人未満の団体です。`;
  }
  if (typeof sheet.populationOn === 'string' && sheet.populationOn > today)
    faults.populationOn = '人口の基準日は、今日までの日付にしてください。';
  for (const { what, path, code, kind } of places) {
    if (what === 'member' && kind === 'prefecture') faults[path] = '構成団体は、市区町村にしてください。';
    if (what === 'member' && code === municipalityCode) faults[path] = '代表団体とは別の団体にしてください。';
  }
  return faults;
}

function officerFaults(sheet: Karte, { email }: Circumstances): Faults {
  const faults: Faults = {};
  for (const { row, index } of writtenRows(sheet, 'fields')) {
    const years = wholeNumber(row.years);
    if (years === null || years > 50)
      faults[`fields.${index}.years`] = '経験年数は、0から50までの数字で入力してください。';
  }
  if (String(sheet.superiorEmail ?? '').toLowerCase() === email)
    faults.superiorEmail = '所属長のメールアドレスには、あなた自身のアドレスは使えません。';
  return faults;
}

function placeFaults(places: readonly WrittenPlace[]): Faults {
  const faults: Faults = {};
  const seen = new Set<string>();
  for (const { what, path, text, code } of places) {
    if (!code)
      faults[path] =
        `「${text}」に当たる団体が見つからないか、複数あります。「北海道上士幌町」の形か、団体コードで入力してください。`;
    else if (seen.has(`${what} ${code}`)) faults[path] = '同じ団体が2回書かれています。一つにしてください。';
    seen.add(`${what} ${code}`);
    const clash =
      what === 'wish' && places.some((one) => one.what === 'excluded' && one.code === code && code !== null);
    if (clash) faults[path] = '利害関係のある団体は、希望できません。どちらかを直してください。';
  }
  return faults;
}

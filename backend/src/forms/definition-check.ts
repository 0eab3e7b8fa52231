import type { FormColumn, FormInput, FormItem, FormName } from '../contract/forms.js';
import type { Faults } from './draft-check.js';

type Needed = Record<string, FormInput['type'] | { columns: Record<string, FormColumn['type']> }>;

/** Inputs that the work rests on: every version has them, with this type; rows have these columns. */
const NEEDED: Record<FormName, Needed> = {
  karte: {
    title: 'text',
    questions: { columns: { text: 'longText' } },
    policyFields: 'choices',
    sharePrefecture: 'consent',
    shareTeam: 'consent',
  },
  roundTown: {
    population: 'text',
    populationOn: 'date',
    populationSource: 'text',
    members: { columns: { place: 'text', population: 'text' } },
    problems: { columns: { field: 'choice', text: 'longText' } },
  },
  roundOfficer: {
    ministry: 'choice',
    division: 'text',
    grade: 'choice',
    fields: { columns: { field: 'choice', years: 'text' } },
    localExperience: 'choice',
    ties: { columns: { place: 'text' } },
    wishes: { columns: { place: 'text' } },
    excluded: { columns: { place: 'text' } },
    hours: 'choice',
    superior: 'text',
    superiorEmail: 'email',
  },
};

/** What is wrong with the items of a new version, beyond their shape. Path of the item → message. */
export function checkDefinition(form: FormName, items: readonly FormItem[]): Faults {
  const faults: Faults = {};
  const seen = new Map<string, FormInput>();
  for (const [i, item] of items.entries()) {
    if (items.findIndex(({ no }) => no === item.no) < i)
      faults[`items.${i}.no`] = `項目番号${item.no}が重複しています。`;
    for (const [j, input] of item.inputs.entries()) {
      const path = `items.${i}.inputs.${j}`;
      if (seen.has(input.key)) faults[`${path}.key`] = `キー「${input.key}」が重複しています。別の名前にしてください。`;
      seen.set(input.key, input);
      Object.assign(faults, inputFaults(path, input));
    }
  }
  return { ...faults, ...neededFaults(NEEDED[form], seen), ...whenFaults(items, seen) };
}

function inputFaults(path: string, input: FormInput): Faults {
  if (input.type !== 'rows') return choiceFaults(path, input);
  const faults: Faults = {};
  const keys = input.columns.map(({ key }) => key);
  if (new Set(keys).size < keys.length)
    faults[`${path}.columns`] = '列のキーが重複しています。別の名前にしてください。';
  if (input.min > input.max) faults[`${path}.min`] = '最少の行数は、最多の行数以下にしてください。';
  if (input.advice?.by.some((key) => !keys.includes(key))) faults[`${path}.advice.by`] = '列のキーから選んでください。';
  for (const [k, column] of input.columns.entries())
    Object.assign(faults, choiceFaults(`${path}.columns.${k}`, column));
  return faults;
}

function choiceFaults(path: string, input: FormInput | FormColumn): Faults {
  if (input.type !== 'choice' && input.type !== 'choices') return {};
  if (Boolean(input.choices) === Boolean(input.source))
    return { [path]: '選択肢か参照先のどちらか一方を指定してください。' };
  const values = input.choices?.map(({ value }) => value) ?? [];
  return new Set(values).size < values.length ? { [`${path}.choices`]: '選択肢の値が重複しています。' } : {};
}

function neededFaults(needed: Needed, seen: ReadonlyMap<string, FormInput>): Faults {
  const faults: Faults = {};
  for (const [key, need] of Object.entries(needed)) {
    const type = typeof need === 'string' ? need : 'rows';
    const input = seen.get(key);
    if (input?.type !== type)
      faults[`items.${key}`] = `受付に必要な項目「${key}」（${type}）がありません。追加してください。`;
    if (typeof need === 'string' || input?.type !== 'rows') continue;
    for (const [name, kind] of Object.entries(need.columns)) {
      if (!input.columns.some((column) => column.key === name && column.type === kind))
        faults[`items.${key}`] = `「${key}」には、列「${name}」（${kind}）が必要です。追加してください。`;
    }
  }
  return faults;
}

function whenFaults(items: readonly FormItem[], seen: ReadonlyMap<string, FormInput>): Faults {
  const faults: Faults = {};
  for (const [i, { inputs }] of items.entries()) {
    for (const [j, input] of inputs.entries()) {
      const when = 'requiredWhen' in input ? input.requiredWhen : undefined;
      const decider = when && seen.get(when.key);
      const offers = decider?.type === 'choice' && decider.choices?.some(({ value }) => value === when?.equals);
      if (when && !offers)
        faults[`items.${i}.inputs.${j}.requiredWhen`] = '条件にする選択肢がありません。キーと値を確認してください。';
    }
  }
  return faults;
}

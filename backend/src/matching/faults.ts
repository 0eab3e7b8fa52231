import type { z } from 'zod';
import type { Problem, Team } from './problem.js';
import type { Settings } from './settings.js';

/** What is wrong with an input, where, and what to do: for people in both languages. */
export interface Fault {
  field: string;
  japanese: string;
  english: string;
}

/** `officers[3].grade` */
const fieldOf = (path: PropertyKey[]) =>
  path.map((step, at) => (typeof step === 'number' ? `[${step}]` : `${at > 0 ? '.' : ''}${String(step)}`)).join('');

export const faultsOf = (issues: z.core.$ZodIssue[]): Fault[] =>
  issues.map((issue) => ({ field: fieldOf(issue.path) || '全体', ...remedyOf(issue) }));

function remedyOf(issue: z.core.$ZodIssue): Omit<Fault, 'field'> {
  switch (issue.code) {
    case 'invalid_type':
      return {
        japanese: `型が違うか、項目がありません。${issue.expected} にしてください。`,
        english: `missing or of the wrong type; give ${issue.expected}`,
      };
    case 'invalid_value':
      return {
        japanese: `使えない値です。${issue.values.join('、')} のどれかにしてください。`,
        english: `not allowed; give one of ${issue.values.join(', ')}`,
      };
    case 'invalid_format':
      return {
        japanese: '書き方が違います。都道府県は 01 から 47 までの2桁にしてください。',
        english: 'wrongly written; a prefecture is two digits, 01 to 47',
      };
    case 'too_small':
      return {
        japanese: `小さすぎるか、足りません。${issue.minimum} 以上にしてください。`,
        english: `too small or too few; at least ${issue.minimum}`,
      };
    case 'too_big':
      return {
        japanese: `大きすぎるか、多すぎます。${issue.maximum} 以下にしてください。`,
        english: `too large or too many; at most ${issue.maximum}`,
      };
    case 'unrecognized_keys':
      return {
        japanese: `知らない項目があります（${issue.keys.join('、')}）。項目名を確かめてください。`,
        english: `unknown: ${issue.keys.join(', ')}; check the names`,
      };
    case 'custom':
      if (issue.message === 'repeated')
        return {
          japanese: '同じ番号が二度あります。番号を一つずつにしてください。',
          english: 'given twice; ids must differ',
        };
      return { japanese: '最大より大きい値です。最大以下にしてください。', english: 'above the maximum; lower it' };
    default:
      return { japanese: '読み取れません。様式を確かめてください。', english: issue.message };
  }
}

/** What rules or teams name and the problem does not have. */
export function unknownNames(problem: Problem, settings: Settings, teams: Team[], without: string[]): Fault[] {
  const officers = new Set(problem.officers.map(({ id }) => id));
  const towns = new Set(problem.municipalities.map(({ id }) => id));
  const faults: Fault[] = [];
  const check = (known: Set<string>, id: string, field: string) => {
    if (known.has(id)) return;
    const what = known === officers ? '支援官' : '団体';
    faults.push({
      field,
      japanese: `${id} という${what}は problem にありません。番号を確かめてください。`,
      english: `${id} is not in the problem; check the id`,
    });
  };
  for (const [at, rule] of settings.rules.entries()) {
    for (const id of 'officers' in rule ? rule.officers : [rule.officer]) check(officers, id, `rules[${at}]`);
    if ('municipality' in rule) check(towns, rule.municipality, `rules[${at}].municipality`);
  }
  for (const [at, team] of teams.entries()) {
    check(towns, team.municipality, `teams[${at}].municipality`);
    for (const id of team.officers) check(officers, id, `teams[${at}].officers`);
  }
  for (const id of without) check(officers, id, '--without');
  return faults;
}

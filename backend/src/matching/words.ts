import { type Change, type Draft, exchange, scoreOf, teamAt, withOfficer } from './explain.js';
import type { Officer, Problem } from './problem.js';
import type { Rule, Violation } from './rules.js';
import type { ScorePart } from './score.js';
import { type Settings, sizesOf } from './settings.js';

const FIELDS: Record<string, string> = {
  tourism: '観光',
  industry: '産業振興',
  'town-planning': 'まちづくり',
  agriculture: '農林水産',
  migration: '移住・定住',
  'childcare-education': '子育て・教育',
  'health-welfare': '医療・福祉',
  transport: '交通',
  disaster: '防災',
  environment: '環境',
  digital: 'デジタル',
  'culture-sports': '文化・スポーツ',
};
export const SKILLS = ['', '基礎がある', '経験がある', '専門'];

const fieldName = (field: string) => FIELDS[field] ?? field;
const pointsText = (points: number) => `${points.toFixed(1)}点`;
const changeText = (points: number) => `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}点`;

/** 「観光 3/3: o0123 が専門（20.0点）」 */
export function partInWords(part: ScorePart, municipality: string, people: Map<string, Officer>): string {
  const who = part.by.join('、');
  const points = `（${pointsText(part.points)}／${pointsText(part.most)}）`;
  const wishOf = (id: string) => (people.get(id)?.preferences.indexOf(municipality) ?? 0) + 1;
  switch (part.kind) {
    case 'coverage':
      return `${fieldName(part.field ?? '')} ${part.skill}/3: ${who ? `${who} が${SKILLS[part.skill ?? 0]}` : '知見のある人がいない'}${points}`;
    case 'tie':
      return `${who ? `${who} に都道府県とのゆかりがある` : '都道府県とのゆかりのある人がいない'}${points}`;
    case 'preference':
      return `${who ? `希望: ${part.by.map((id) => `${id} が第${wishOf(id)}希望`).join('、')}` : '希望した人がいない'}${points}`;
    case 'localExperience':
      return `${who ? `${who} に地方勤務の経験がある` : '地方勤務の経験のある人がいない'}${points}`;
    case 'gradeMix':
      return `${who ? `若手とシニアがいる: ${who}` : '若手とシニアがそろっていない'}${points}`;
  }
}

export function ruleInWords(rule: Rule, problem: Problem, settings: Settings): string {
  const { minimum, maximum } = sizesOf(settings, problem);
  const size = minimum === maximum ? `${maximum}人` : `${minimum}人から${maximum}人`;
  const seats = problem.municipalities.length * minimum;
  const consenting = problem.officers.filter(({ consent }) => consent).length;
  switch (rule.kind) {
    case 'size':
      return `${problem.municipalities.length}団体のそれぞれに${size}のチームを置く（合わせて${seats}人以上）`;
    case 'oneTeam':
      return `支援官は一つのチームにだけ入る（支援官は${problem.officers.length}人）`;
    case 'ministries':
      return `同じ府省庁の2人を一つのチームに入れない（府省庁は${new Set(problem.officers.map(({ ministry }) => ministry)).size}）`;
    case 'grades':
      return '若手だけのチームを作らない';
    case 'consent':
      return `所属長の同意のある人だけを置く（同意があるのは${problem.officers.length}人のうち${consenting}人）`;
    case 'excluded':
      return '利益相反のある団体に置かない';
    case 'together':
      return `${rule.officers.join('と')}は同じチームに入れる`;
    case 'apart':
      return `${rule.officers.join('と')}は同じチームに入れない`;
    case 'pin':
      return `${rule.officer}を${rule.municipality}に置く`;
    case 'ban':
      return `${rule.officer}を${rule.municipality}に置かない`;
    case 'moves':
      return `前の編成から動くのは${rule.limit}人まで`;
  }
}

export function violationInWords(
  { rule, municipality, officers }: Violation,
  problem: Problem,
  settings: Settings,
): string {
  const where = [municipality, officers.join('、')].filter(Boolean).join(': ');
  return `「${ruleInWords(rule, problem, settings)}」に反する（${where}）`;
}

/** A team with its score and every part of it, a line each. */
export function teamInWords(draft: Draft, municipality: string): string[] {
  const team = teamAt(draft, municipality);
  const { total, parts } = scoreOf(draft, team);
  const people = new Map(draft.problem.officers.map((officer) => [officer.id, officer]));
  return [
    `${municipality}: ${pointsText(total)}（${team.officers.join('、')}）`,
    ...parts.map((part) => `  ${partInWords(part, municipality, people)}`),
  ];
}

/** What a change does to each team and to the sum, or why it must not be. */
export function changeInWords({ problem, settings }: Draft, { teams, total, violations }: Change): string[] {
  if (teams.length === 0) return ['  どちらも待機中で、編成は変わらない'];
  return [
    ...violations.map((violation) => `  できない: ${violationInWords(violation, problem, settings)}`),
    ...teams.map(
      ({ municipality, officers, before, after }) =>
        `  ${municipality}: ${pointsText(before)} → ${pointsText(after)}（${officers.join('、')}）`,
    ),
    `  合計 ${changeText(total)}`,
  ];
}

export function whyNotInWords(draft: Draft, municipality: string, officer: string): string[] {
  if (teamAt(draft, municipality).officers.includes(officer)) return [`${officer} は ${municipality} のチームにいる`];
  const change = withOfficer(draft, municipality, officer);
  return [`${officer} を ${municipality} に入れるなら（ほかのチームは変えない）`, ...changeInWords(draft, change)];
}

export const exchangeInWords = (draft: Draft, one: string, other: string): string[] => [
  `${one} と ${other} を入れ替えるなら`,
  ...changeInWords(draft, exchange(draft, one, other)),
];

import type { ProposalChange } from '../contract/proposals.js';
import { type Change, type Draft, exchange, withOfficer } from '../matching/explain.js';
import type { Team } from '../matching/problem.js';
import type { ExtraRule } from '../matching/settings.js';
import { scoresOf } from '../matching/solve.js';
import { DomainError, invalid } from '../platform/errors.js';
import type { Version } from './stored-proposal.js';

export type Content = Pick<Version, 'teams' | 'rules'>;

/** Teams and rules after a change by hand. @throws DomainError when the change makes no sense on these teams */
export function changed(draft: Draft, change: ProposalChange, before: Content | undefined): Content {
  assertKnown(draft, change);
  const { teams } = draft;
  const { rules } = draft.settings;
  const { kind, officer = '', other = '', municipality = '' } = change;
  switch (kind) {
    case 'exchange':
      return { teams: merged(teams, exchange(draft, officer, other)), rules };
    case 'place':
      return { teams: merged(teams, placed(draft, municipality, officer)), rules };
    case 'pin':
    case 'ban':
      return { teams, rules: withRule(rules, { kind, officer, municipality }) };
    case 'together':
    case 'apart':
      return { teams, rules: withRule(rules, { kind, officers: [officer, other].sort() }) };
    case 'dropRule':
      if (!rules[change.rule ?? -1])
        throw invalid({ 'change.rule': 'この規則はありません。画面を読み込み直してください。' });
      return { teams, rules: rules.filter((_, at) => at !== change.rule) };
    case 'undo':
      if (!before)
        throw new DomainError('conflict', 'proposal.first_version', '計算した最初の版です。これより前には戻せません。');
      return before;
  }
}

function placed(draft: Draft, municipality: string, officer: string): Change {
  const team = draft.teams.find((one) => one.municipality === municipality);
  if (team?.officers.includes(officer)) {
    throw invalid({ 'change.officer': 'この支援官は、既にこの団体のチームにいます。' });
  }
  return withOfficer(draft, municipality, officer);
}

function merged(teams: Team[], { teams: after }: Change): Team[] {
  if (after.length === 0) {
    throw invalid({ 'change.other': 'どちらも待機中のため、入れ替えても編成は変わりません。' });
  }
  const byTown = new Map(after.map(({ municipality, officers }) => [municipality, [...officers].sort()]));
  return teams.map(({ municipality, officers }) => ({
    municipality,
    officers: byTown.get(municipality) ?? officers,
  }));
}

function withRule(rules: ExtraRule[], rule: ExtraRule): ExtraRule[] {
  if (rules.some((one) => sameRule(one, rule))) throw invalid({ 'change.kind': 'この規則は登録済みです。' });
  return [...rules, rule];
}

export const sameRule = (one: ExtraRule, other: ExtraRule) => keyOf(one) === keyOf(other);

const keyOf = (rule: ExtraRule): string =>
  'officers' in rule
    ? [rule.kind, ...[...rule.officers].sort()].join(' ')
    : [rule.kind, rule.officer, rule.municipality].join(' ');

function assertKnown({ problem }: Draft, { officer, other, municipality }: ProposalChange): void {
  const faults: Record<string, string> = {};
  const people = new Set(problem.officers.map(({ id }) => id));
  if (officer !== undefined && !people.has(officer)) faults['change.officer'] = 'この支援官は、この編成案にいません。';
  if (other !== undefined && !people.has(other)) faults['change.other'] = 'この支援官は、この編成案にいません。';
  if (municipality !== undefined && !problem.municipalities.some(({ id }) => id === municipality))
    faults['change.municipality'] = 'この団体は、この編成案にありません。';
  if (Object.keys(faults).length > 0) throw invalid(faults);
}

export function figuresOf(draft: Draft): { total: number; minimum: number } {
  const scores = scoresOf(draft.problem, draft.settings, draft.teams);
  const rounded = (points: number) => Math.round(points * 10_000) / 10_000;
  return { total: rounded(scores.reduce((sum, score) => sum + score, 0)), minimum: rounded(Math.min(...scores)) };
}

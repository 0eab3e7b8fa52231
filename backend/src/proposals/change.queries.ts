import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  CHANGE_LABEL,
  type ChangePreview,
  type ProposalChange,
  type ProposalComparison,
} from '../contract/proposals.js';
import type { Actor } from '../identity/actor.js';
import { type Draft, scoreOf } from '../matching/explain.js';
import { movedBetween, type Violation } from '../matching/rules.js';
import { DomainError, found } from '../platform/errors.js';
import { changed, figuresOf } from './apply-change.js';
import { Names } from './named.js';
import { brokenIn, summaryOf, violationWords } from './present.js';
import { ProposalQueries, rulesWords, settingsWords } from './proposal.queries.js';
import { draftOf, type StoredProposal, type Version, versionOf } from './stored-proposal.js';

const RESERVE = '待機';

/** What a change would mean before it is made, and what tells two 編成案 apart. */
@Injectable()
export class ChangeQueries {
  constructor(
    private readonly db: DataSource,
    private readonly proposals: ProposalQueries,
  ) {}

  async preview(actor: Actor, id: string, change: ProposalChange): Promise<ChangePreview> {
    const { one, now } = await this.solved(actor, id);
    const names = new Names(one.labels);
    const before = draftOf(one, now);
    const earlier = now.follows === null ? undefined : await versionOf(this.db, id, now.follows);
    const after = draftOf(one, changed(before, change, earlier));
    const [broken, breaking] = [brokenIn(before), brokenIn(after)];
    const [figures, figuresAfter] = [figuresOf(before), figuresOf(after)];
    return {
      ...{ version: now.version, change, title: titleOf(change, names) },
      teams: before.teams.flatMap((team, at) => {
        const next = after.teams[at];
        if (!next || same(team.officers, next.officers)) return [];
        return [
          {
            municipality: { id: team.municipality, label: names.of(team.municipality) },
            ...{ before: scoreOf(before, team).total, after: scoreOf(after, next).total },
            ...{ officersBefore: team.officers.map(names.of), officersAfter: next.officers.map(names.of) },
          },
        ];
      }),
      total: { before: figures.total, after: figuresAfter.total },
      minimum: { before: figures.minimum, after: figuresAfter.minimum },
      breaks: onlyIn(breaking, broken).map((violation) => violationWords(after, names, violation)),
      mends: onlyIn(broken, breaking).map((violation) => violationWords(before, names, violation)),
    };
  }

  async compare(actor: Actor, oneId: string, otherId: string): Promise<ProposalComparison> {
    const [one, other] = [await this.solved(actor, oneId), await this.solved(actor, otherId)];
    const [left, right] = [draftOf(one.one, one.now), draftOf(other.one, other.now)];
    const names = new Names({
      municipalities: { ...one.one.labels.municipalities, ...other.one.labels.municipalities },
      officers: { ...one.one.labels.officers, ...other.one.labels.officers },
      fields: one.one.labels.fields,
    });
    const towns = [...new Set([...left.teams, ...right.teams].map(({ municipality }) => municipality))];
    const teams = towns.map((id) => ({
      municipality: { id, label: names.of(id) },
      one: sideOf(left, right, id, names),
      other: sideOf(right, left, id, names),
    }));
    const differing = teams.filter(
      (team) => !team.one || !team.other || [...team.one.officers, ...team.other.officers].some(({ only }) => only),
    );
    const [rules, otherRules] = [
      [...settingsWords(one.one), ...rulesWords(one.one, one.now.rules, names)],
      [...settingsWords(other.one), ...rulesWords(other.one, other.now.rules, names)],
    ];
    return {
      one: summaryOf(one.one),
      other: summaryOf(other.one),
      round: { id: one.one.roundId, name: one.one.roundName, state: one.one.roundState },
      same: teams.length - differing.length,
      teams: differing,
      moved: movedBetween(left.teams, right.teams).map((officer) => ({
        officer: names.of(officer),
        from: placeOf(left, officer, names),
        to: placeOf(right, officer, names),
      })),
      rules: {
        one: rules.filter((rule) => !otherRules.includes(rule)),
        other: otherRules.filter((rule) => !rules.includes(rule)),
      },
    };
  }

  private async solved(actor: Actor, id: string): Promise<{ one: StoredProposal; now: Version }> {
    const one = await this.proposals.stored(actor, id);
    const now = one.version > 0 ? found(await versionOf(this.db, id, one.version)) : undefined;
    if (!now) {
      throw new DomainError(
        'conflict',
        'proposal.unsolved',
        'この編成案には、まだチームがありません。計算が終わってから操作してください。',
      );
    }
    return { one, now };
  }
}

const same = (one: string[], other: string[]) => one.length === other.length && one.every((id) => other.includes(id));

const keyOf = (violation: Violation) => JSON.stringify(violation);

const onlyIn = (these: Violation[], those: Violation[]): Violation[] => {
  const known = new Set(those.map(keyOf));
  return these.filter((one) => !known.has(keyOf(one)));
};

function sideOf(own: Draft, others: Draft, id: string, names: Names) {
  const team = own.teams.find(({ municipality }) => municipality === id);
  if (!team) return null;
  const there = others.teams.find(({ municipality }) => municipality === id)?.officers ?? [];
  return {
    score: scoreOf(own, team).total,
    officers: team.officers.map((officer) => ({ label: names.of(officer), only: !there.includes(officer) })),
  };
}

function placeOf({ teams, problem }: Draft, officer: string, names: Names): string {
  const team = teams.find(({ officers }) => officers.includes(officer));
  if (team) return names.of(team.municipality);
  return problem.officers.some(({ id }) => id === officer) ? RESERVE : '辞退';
}

function titleOf(
  { kind, officer = '', other = '', municipality = '', rule = 0 }: ProposalChange,
  names: Names,
): string {
  const [one, two, town] = [names.of(officer), names.of(other), names.of(municipality)];
  switch (kind) {
    case 'exchange':
      return `${one}と${two}を入れ替える`;
    case 'place':
      return `${one}を${town}のチームに入れる`;
    case 'pin':
      return `${one}を${town}に固定する`;
    case 'ban':
      return `${one}を${town}から除外する`;
    case 'together':
      return `${one}と${two}を同じチームにする`;
    case 'apart':
      return `${one}と${two}を別のチームにする`;
    case 'dropRule':
      return `規則${rule + 1}を外す`;
    case 'undo':
      return CHANGE_LABEL.undo;
  }
}

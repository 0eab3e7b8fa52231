import type { TeamFilter } from '../contract/teams.js';
import type { Actor } from '../identity/actor.js';
import type { Bind } from '../platform/sql/bind.js';
import { readableTeams } from './policy.js';

/** A filter on `teams t` with its round `r`, of what the actor may read. */
export function teamConditions(actor: Actor, filter: Omit<TeamFilter, 'page' | 'size'>, bind: Bind): string {
  const { roundId, prefecture, municipality, year } = filter;
  return [
    readableTeams(actor, bind),
    ...(roundId ? [`t.round_id = ${bind(roundId)}`] : []),
    ...(prefecture ? [`t.municipality_code LIKE ${bind(`${prefecture.slice(0, 2)}%`)}`] : []),
    ...(municipality ? [`t.municipality_code = ${bind(municipality)}`] : []),
    ...(year ? [`r.fiscal_year = ${bind(year)}`] : []),
  ].join(' AND ');
}

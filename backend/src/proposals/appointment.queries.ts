import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Appointment, AppointmentAction, AppointmentLetter, PublicTeams } from '../contract/appointments.js';
import type { CalendarEntry, RoundState } from '../contract/rounds.js';
import { type Actor, hasRole } from '../identity/actor.js';
import type { Team } from '../matching/problem.js';
import { found } from '../platform/errors.js';
import { readableProposals } from './policy.js';
import type { Labels } from './stored-proposal.js';

export interface StoredAppointment {
  id: string;
  roundId: string;
  roundName: string;
  roundState: RoundState;
  calendar: CalendarEntry[];
  proposalId: string;
  serial: number;
  version: number;
  reason: string;
  approvedBy: string;
  approvedAt: Date;
  letter: AppointmentLetter;
  withNames: boolean;
  publishedAt: Date | null;
  teams: Team[];
  labels: Labels;
}

/** The standing 任命 of a round; an earlier one that was replaced is only history. */
export async function standingAppointment(
  db: Pick<EntityManager, 'query'>,
  roundId: string,
  condition = 'true',
): Promise<StoredAppointment> {
  const rows: StoredAppointment[] = await db.query(
    `SELECT a.id, a.round_id AS "roundId", r.name AS "roundName", r.state AS "roundState", r.calendar, a.proposal_id AS "proposalId", p.serial,
            a.version, a.reason, who.name AS "approvedBy", a.approved_at AS "approvedAt", a.letter,
            a.with_names AS "withNames", a.published_at AS "publishedAt", v.teams, p.labels
     FROM appointments a JOIN rounds r ON r.id = a.round_id JOIN proposals p ON p.id = a.proposal_id
     JOIN proposal_versions v ON v.proposal_id = a.proposal_id AND v.version = a.version
     JOIN people who ON who.id = a.approved_by
     WHERE a.round_id = $1 AND a.ended_at IS NULL AND ${condition}`,
    [roundId],
  );
  return found(rows[0]);
}

/** The 任命 of a round, inside and in public. */
@Injectable()
export class AppointmentQueries {
  constructor(private readonly db: DataSource) {}

  async get(actor: Actor, roundId: string): Promise<Appointment> {
    const one = await standingAppointment(this.db, roundId, readableProposals(actor));
    const { roundName, proposalId, serial, version, reason, approvedBy, letter, withNames } = one;
    return {
      ...{ reason, approvedBy, letter, withNames },
      round: { id: roundId, name: roundName },
      proposal: { id: proposalId, serial, version },
      approvedAt: new Date(one.approvedAt).toISOString(),
      publishedAt: one.publishedAt && new Date(one.publishedAt).toISOString(),
      teams: one.teams.map(({ municipality, officers }) => ({
        municipality: one.labels.municipalities[municipality]?.name ?? '',
        officers: officers.map((id) => ({ id, ...personOf(one.labels, id) })),
      })),
      allowedActions: allowedAppointmentActions(actor, one),
    };
  }

  /** @throws DomainError notFound, as long as it is not made public */
  async published(roundId: string): Promise<PublicTeams> {
    const one = await standingAppointment(this.db, roundId, 'a.published_at IS NOT NULL');
    return {
      round: one.roundName,
      publishedAt: new Date(one.publishedAt ?? one.approvedAt).toISOString(),
      teams: one.teams.map((team) => ({
        prefecture: one.labels.municipalities[team.municipality]?.prefecture ?? '',
        municipality: one.labels.municipalities[team.municipality]?.name ?? '',
        officers: team.officers
          .map((id) => personOf(one.labels, id))
          .map(({ ministry, name }) => ({ ministry, name: one.withNames ? name : null })),
      })),
    };
  }
}

const NOBODY = { name: '', ministry: '', post: '' };

export const personOf = ({ officers }: Labels, id: string) => officers[id] ?? NOBODY;

export function allowedAppointmentActions(
  actor: Actor,
  { publishedAt, roundState }: Pick<StoredAppointment, 'publishedAt' | 'roundState'>,
): AppointmentAction[] {
  if (publishedAt || roundState === 'ended') return [];
  return [
    ...(hasRole(actor, 'secretariat', 'manager') ? (['editLetter'] as const) : []),
    ...(hasRole(actor, 'manager') ? (['publish'] as const) : []),
  ];
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type {
  Application,
  ApplicationRow,
  ApplicationStarts,
  Applications,
  ApplicationsFilter,
  Consent,
} from '../contract/applications.js';
import type { CallKind } from '../contract/rounds.js';
import { FormQueries } from '../forms/form.queries.js';
import { chosenFromSources } from '../forms/inputs.js';
import { type Actor, hasRole } from '../identity/actor.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { found } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { type CallRow, FORM_OF, shownCall } from '../rounds/calls.js';
import { ROW_COLUMNS, type StoredRow } from './application-row.js';
import { allowedApplicationActions, readableApplications, seenState, townsOf } from './policy.js';

const CONSENT_STATE = `CASE WHEN n.agreed THEN 'agreed' WHEN n.answered_at IS NOT NULL THEN 'refused' WHEN n.id IS NOT NULL THEN 'asked' END`;

const FROM = `FROM applications a JOIN rounds r ON r.id = a.round_id
  JOIN round_calls c ON (c.round_id, c.kind) = (a.round_id, a.kind)
  JOIN people w ON w.id = a.created_by JOIN people u ON u.id = a.updated_by
  LEFT JOIN municipalities m ON m.code = a.municipality_code LEFT JOIN ministries mi ON mi.id = a.ministry_id
  LEFT JOIN consents n ON n.application_id = a.id AND n.ended_at IS NULL`;

/** 応募 as their readers see them: never a score, and no decision before the selection is settled. */
@Injectable()
export class ApplicationQueries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly forms: FormQueries,
  ) {}

  /** Handed in first comes first, drafts at the top. */
  async list(actor: Actor, { roundId, kind, state, page, size }: ApplicationsFilter): Promise<Applications> {
    const { bind, values } = binder();
    const where = [
      readableApplications(actor, bind),
      ...(roundId ? [`a.round_id = ${bind(roundId)}`] : []),
      ...(kind ? [`a.kind = ${bind(kind)}`] : []),
    ].join(' AND ');
    const rows: (ApplicationRow & Pick<Application, 'round'> & { roundState: Application['round']['state'] })[] =
      await this.db.query(
        `SELECT a.id, a.round_id AS "roundId", r.name AS round, r.state AS "roundState", a.kind, a.state, a.number,
                coalesce(${MUNICIPALITY_LABEL}, w.name || coalesce('（' || mi.name || '）', '')) AS label,
                a.submitted_at AS "submittedAt", c.closes_at AS "closesAt", ${CONSENT_STATE} AS consent
         ${FROM} WHERE ${where} ORDER BY r.fiscal_year DESC, a.kind DESC, a.serial NULLS FIRST, a.id`,
        values,
      );
    const seen = rows
      .map(({ roundState, submittedAt, closesAt, ...row }) => ({
        ...row,
        state: seenState(actor, { state: row.state, roundState }),
        submittedAt: submittedAt ? new Date(submittedAt).toISOString() : null,
        closesAt: new Date(closesAt).toISOString(),
      }))
      .filter((row) => !state || state.includes(row.state));
    return { items: seen.slice((page - 1) * size, page * size) as unknown as ApplicationRow[], total: seen.length };
  }

  async get(actor: Actor, id: string): Promise<Application> {
    const { bind, values } = binder();
    const [stored]: StoredRow[] = await this.db.query(
      `SELECT ${ROW_COLUMNS}, ${CONSENT_STATE} AS "consentState" ${FROM}
       WHERE a.id = ${bind(id)} AND ${readableApplications(actor, bind)}`,
      values,
    );
    const row = found(stored);
    const form = await this.forms.get(row.formVersion, undefined, FORM_OF[row.kind]);
    const call = shownCall(this.clock.now(), row);
    const state = seenState(actor, row);
    return {
      ...{ id, kind: row.kind, state, number: row.number, call, form, sheet: row.sheet, version: row.version },
      round: { id: row.roundId, name: row.round, state: row.roundState, populationLimit: row.populationLimit },
      municipality: row.municipalityCode ? { code: row.municipalityCode, label: row.municipality } : null,
      applicant: row.applicant,
      choices: await this.forms.choices(chosenFromSources(form, row.sheet)),
      submittedAt: row.submittedAt?.toISOString() ?? null,
      savedAt: row.savedAt.toISOString(),
      savedBy: row.savedBy,
      consent: consentOf(row),
      place: state === 'reserve' ? row.place : null,
      allowedActions: allowedApplicationActions(actor, { ...row, call: call.standing }),
    };
  }

  /** What the person may begin now, or soon. */
  async starts(actor: Actor): Promise<ApplicationStarts> {
    const towns = townsOf(actor);
    const kinds = [...(towns.length > 0 ? ['town'] : []), ...(hasRole(actor, 'officer') ? ['officer'] : [])];
    const rows: (CallRow & { roundId: string; round: string; towns: { code: string; label: string }[] })[] =
      await this.db.query(
        `SELECT r.id AS "roundId", r.name AS round, c.kind, c.opens_at AS "opensAt", c.closes_at AS "closesAt",
                c.form_version AS "formVersion", coalesce((
           SELECT json_agg(json_build_object('code', m.code, 'label', ${MUNICIPALITY_LABEL}) ORDER BY m.code) FROM municipalities m
           WHERE m.code = ANY ($2) AND NOT EXISTS (SELECT 1 FROM applications a WHERE a.round_id = r.id
             AND a.municipality_code = m.code AND a.state <> 'withdrawn')), '[]') AS towns
         FROM rounds r JOIN round_calls c ON c.round_id = r.id
         WHERE r.state = 'open' AND c.kind = ANY ($1) AND c.closes_at > $3
           AND (c.kind = 'town' OR NOT EXISTS (SELECT 1 FROM applications a WHERE a.round_id = r.id AND a.kind = 'officer'
                  AND a.created_by = $4 AND a.state <> 'withdrawn'))
         ORDER BY r.fiscal_year DESC, c.kind DESC`,
        [kinds, towns, this.clock.now(), actor.id],
      );
    const now = this.clock.now();
    const open = rows.filter((row) => (row.kind as CallKind) === 'officer' || row.towns.length > 0);
    return {
      items: open.map(({ roundId, round, towns: own, ...call }) => ({
        ...{ roundId, round, call: shownCall(now, call) },
        towns: call.kind === 'town' ? own : [],
      })),
    };
  }
}

function consentOf(row: StoredRow): Consent | null {
  if (!row.consentState || !row.askedAt) return null;
  return {
    ...{ superior: row.superior ?? '', address: row.address ?? '', state: row.consentState },
    askedAt: row.askedAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    reason: row.reason,
  };
}

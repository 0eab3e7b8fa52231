import type { ApplicationState, ConsentState } from '../contract/applications.js';
import type { Karte } from '../contract/forms.js';
import type { RoundState } from '../contract/rounds.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import type { CallRow } from '../rounds/calls.js';

/** The columns of `applications a` with its round `r`, call `c`, town `m`, writer `w`, last writer `u`, consent `n`. */
export const ROW_COLUMNS = `a.id, a.kind, a.state, a.number, a.sheet, a.version, a.municipality_code AS "municipalityCode",
  a.created_by AS "createdBy", a.submitted_at AS "submittedAt", a.updated_at AS "savedAt", a.place,
  r.id AS "roundId", r.name AS round, r.state AS "roundState", r.population_limit AS "populationLimit",
  c.opens_at AS "opensAt", c.closes_at AS "closesAt", c.form_version AS "formVersion",
  ${MUNICIPALITY_LABEL} AS municipality, w.name AS applicant, u.name AS "savedBy",
  n.superior, n.address, n.asked_at AS "askedAt", n.answered_at AS "answeredAt", n.reason`;

export interface StoredRow extends CallRow {
  id: string;
  state: ApplicationState;
  number: string | null;
  sheet: Karte;
  version: number;
  municipalityCode: string | null;
  createdBy: string;
  submittedAt: Date | null;
  savedAt: Date;
  savedBy: string;
  place: number | null;
  roundId: string;
  round: string;
  roundState: RoundState;
  populationLimit: number;
  municipality: string;
  applicant: string;
  superior: string | null;
  address: string | null;
  askedAt: Date | null;
  answeredAt: Date | null;
  reason: string | null;
  consentState: ConsentState | null;
}

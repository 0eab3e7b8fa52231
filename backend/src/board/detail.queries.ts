import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { allowedActions, readable } from '../consultations/policy.js';
import { insideDesk, TELLING_STATES, tabsFor } from '../consultations/view-policy.js';
import type { ConsultationDetail } from '../contract/consultations.js';
import type { FormChoices, FormDefinition, Karte } from '../contract/forms.js';
import { FormQueries } from '../forms/form.queries.js';
import { itemOf } from '../forms/form-item.js';
import { chosenFromSources } from '../forms/inputs.js';
import { presentKarte } from '../forms/present-karte.js';
import type { Actor } from '../identity/actor.js';
import { isWriter, readableAttachments, readsCorrections } from '../karte/karte-policy.js';
import { found } from '../platform/errors.js';
import { type Bind, binder } from '../platform/sql/bind.js';
import { instant, listOf } from '../platform/sql/json.js';
import { prepared } from '../platform/sql/prepared.js';
import { CASE_COLUMNS, type CaseRow, presenter } from './case-rows.js';
import { expectationOf } from './expectation.js';
import { presentEvent, type Told, toldEvents } from './history.queries.js';
import { Names } from './names.js';

const RECENT = 5;

type Correction = Omit<ConsultationDetail['corrections'][number], 'label'>;

interface DetailRow extends CaseRow, Pick<ConsultationDetail, 'additions' | 'attachments' | 'practice' | 'version'> {
  karte: Karte;
  submitted: Karte | null;
  formVersion: number;
  branch: number;
  memberCodes: string[];
  corrections: Correction[];
  linked: ConsultationDetail['merges'];
  mergedInto: string | null;
  proposed: string[] | null;
  told: Told[];
}

/** What the page of a case needs beyond an item of a list; `self` stands for the case inside sub-selects. */
const columns = (actor: Actor, bind: Bind) => `c.karte, c.form_version AS "formVersion", c.branch, c.version,
  CASE WHEN c.state IN ('returned', 'correcting', 'withdrawn') THEN
    (SELECT s.karte FROM submissions s WHERE s.consultation_id = c.id ORDER BY s.round DESC LIMIT 1) END AS submitted,
  ARRAY(SELECT x.municipality_code FROM consultation_members x WHERE x.consultation_id = c.id ORDER BY 1) AS "memberCodes",
  ${listOf(
    `'item', r.item, 'reason', r.reason, 'requestedAt', ${instant('r.requested_at')}, 'settled', r.settled_at IS NOT NULL`,
    'correction_requests r WHERE r.consultation_id = c.id',
    'r.requested_at DESC, r.id',
  )} AS corrections,
  ${listOf(
    `'id', d.id, 'text', d.text, 'writtenAt', ${instant('d.written_at')},
     'author', (SELECT p.name FROM people p WHERE p.id = d.author_id)`,
    'additions d WHERE d.consultation_id = c.id',
    'd.written_at, d.id',
  )} AS additions,
  ${listOf(
    `'id', a.id, 'name', a.name, 'type', a.type, 'bytes', a.bytes, 'addedAt', ${instant('a.added_at')},
     'reading', (SELECT t.outcome FROM attachment_texts t WHERE t.attachment_id = a.id)`,
    `attachments a WHERE a.consultation_id = c.id AND ${readableAttachments(actor, bind)}`,
    'a.added_at, a.id',
  )} AS attachments,
  ${listOf(
    `'id', c.id, 'number', c.number, 'title', c.title`,
    `consultations c WHERE (c.id = self.merged_into OR c.merged_into = self.id) AND ${readable(actor, bind)}`,
    'c.number',
  )} AS linked, c.merged_into AS "mergedInto",
  (SELECT e.data->'ministryIds' FROM events e WHERE e.consultation_id = c.id AND e.type = 'consultation.triage'
   ORDER BY e.id DESC LIMIT 1) AS proposed,
  (SELECT jsonb_build_object('id', g.id, 'name', g.name) FROM good_practices g WHERE g.id = c.practice_id) AS practice,
  ${toldEvents(actor, bind, RECENT)} AS told`;

@Injectable()
export class DetailQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
    private readonly names: Names,
    private readonly forms: FormQueries,
  ) {}

  async get(actor: Actor, id: string): Promise<ConsultationDetail> {
    const { bind, values } = binder();
    const [stored] = await prepared<DetailRow>(
      this.db,
      `SELECT ${CASE_COLUMNS}, ${columns(actor, bind)}
       FROM consultations c LEFT JOIN people o ON o.id = c.owner_id
       CROSS JOIN LATERAL (SELECT c.id, c.merged_into) self
       WHERE c.id = ${bind(id)} AND ${readable(actor, bind)}`,
      values,
    );
    const row = found(stored);
    const item = presenter(actor, this.calendar, this.names)(row);
    const form = await this.forms.get(row.formVersion);
    // R8: while the town corrects its カルテ, others read what was submitted last.
    const karte = isWriter(actor, row) ? row.karte : (row.submitted ?? row.karte);
    return {
      ...item,
      karte: presentKarte(form, karte, this.choices(chosenFromSources(form, karte))),
      proxyChannel: row.proxyChannel,
      corrections: readsCorrections(actor, row) ? row.corrections.map((one) => labelled(one, form)) : [],
      additions: row.additions,
      attachments: row.attachments,
      members: row.memberCodes.map((code) => ({ code, label: this.names.of('municipality', code) })),
      mergedInto: row.linked.find((other) => other.id === row.mergedInto) ?? null,
      merges: row.linked.filter((other) => other.id !== row.mergedInto),
      proposedMinistries: insideDesk(actor)
        ? (row.proposed ?? []).map((ministry) => ({ id: ministry, name: this.names.of('ministry', ministry) }))
        : [],
      expectation: expectationOf({ ...row, ministries: item.ministries, townLabel: item.municipality.label }),
      recent: row.told.map((event) => presentEvent(event, this.names)),
      practice: row.practice,
      tabs: tabsFor(actor, {
        submitted: row.submittedAt !== null,
        replied: row.repliedAt !== null || row.branch > 0,
        told: TELLING_STATES.includes(row.state) || row.branch > 0,
      }),
      allowedActions: allowedActions(actor, row),
      version: row.version,
    };
  }

  /** The names of what was chosen; of each value only one list knows a name. */
  private choices(values: readonly string[]): FormChoices {
    const named = (kind: 'field' | 'pillar' | 'ministry') =>
      values.map((value) => ({ value, label: this.names.of(kind, value) }));
    return { policyFields: named('field'), policyPillars: named('pillar'), ministries: named('ministry') };
  }
}

function labelled(correction: Correction, form: FormDefinition): ConsultationDetail['corrections'][number] {
  const item = itemOf(form, correction.item);
  return { ...correction, label: item ? `${item.no} ${item.label}` : correction.item };
}

import { allowedActions, type Case } from '../consultations/policy.js';
import type { FormChoices, FormDefinition, Karte } from '../contract/forms.js';
import type { Attachment, KarteSheet, ProxyChannel } from '../contract/karte.js';
import type { Actor } from '../identity/actor.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import type { Bind } from '../platform/sql/bind.js';
import { readableAttachments, readsCorrections } from './karte-policy.js';

/** An instant in JSON, as `toISOString` writes it. */
const instant = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const listOf = (fields: string, from: string, order: string) =>
  `coalesce((SELECT jsonb_agg(jsonb_build_object(${fields}) ORDER BY ${order}) FROM ${from}), '[]')`;

/** The columns of a sheet, of `consultations c`, its town `m` and who saved it last, `p`. */
export const karteColumns = (
  actor: Actor,
  bind: Bind,
): string => `c.id, c.number, c.state, c.karte, c.version, c.form_version AS "formVersion",
  c.municipality_code AS "municipalityCode", ${MUNICIPALITY_LABEL} AS "municipalityLabel", c.proxy_channel AS "proxyChannel", c.team_id AS "teamId",
  c.submitted_at AS "submittedAt", c.updated_at AS "savedAt", p.name AS "savedBy",
  (SELECT s.karte FROM submissions s WHERE s.consultation_id = c.id ORDER BY s.round DESC LIMIT 1) AS submitted,
  ${listOf(
    `'code', m.code, 'label', ${MUNICIPALITY_LABEL}`,
    'consultation_members x JOIN municipalities m ON m.code = x.municipality_code WHERE x.consultation_id = c.id',
    'm.code',
  )} AS members,
  ${listOf(
    `'id', r.id, 'item', r.item, 'reason', r.reason, 'requestedAt', ${instant('r.requested_at')}`,
    'correction_requests r WHERE r.consultation_id = c.id AND r.settled_at IS NULL',
    'r.requested_at, r.id',
  )} AS corrections,
  ${listOf(
    `'id', a.id, 'name', a.name, 'type', a.type, 'bytes', a.bytes, 'addedAt', ${instant('a.added_at')}, 'addedBy', u.name,
     'reading', (SELECT t.outcome FROM attachment_texts t WHERE t.attachment_id = a.id)`,
    `attachments a JOIN people u ON u.id = a.added_by WHERE a.consultation_id = c.id AND ${readableAttachments(actor, bind)}`,
    'a.added_at, a.id',
  )} AS attachments,
  ${listOf(
    `'id', d.id, 'text', d.text, 'author', u.name, 'writtenAt', ${instant('d.written_at')}`,
    'additions d JOIN people u ON u.id = d.author_id WHERE d.consultation_id = c.id',
    'd.written_at, d.id',
  )} AS additions`;

export interface KarteRow
  extends Case,
    Pick<KarteSheet, 'id' | 'number' | 'version' | 'members' | 'corrections' | 'additions'> {
  karte: Karte;
  submitted: Karte | null;
  formVersion: number;
  municipalityLabel: string;
  proxyChannel: ProxyChannel | null;
  submittedAt: Date | null;
  savedAt: Date;
  savedBy: string;
  attachments: Attachment[];
}

interface Written {
  form: FormDefinition;
  choices: FormChoices;
  karte: Karte;
}

/** The only place where a row becomes a sheet, cut to its reader. */
export function presentSheet(actor: Actor, row: KarteRow, { form, choices, karte }: Written): KarteSheet {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    form,
    choices,
    karte,
    version: row.version,
    municipality: { code: row.municipalityCode, label: row.municipalityLabel },
    members: row.members,
    proxyChannel: row.proxyChannel,
    corrections: readsCorrections(actor, row) ? row.corrections : [],
    attachments: row.attachments,
    additions: row.additions,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    savedAt: row.savedAt.toISOString(),
    savedBy: row.savedBy,
    allowedActions: allowedActions(actor, row),
  };
}

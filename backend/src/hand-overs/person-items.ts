import type { DataSource, EntityManager } from 'typeorm';
import { reachable } from '../consultations/policy.js';
import type { HandOverItem, HandOverKind } from '../contract/hand-overs.js';
import { type ConsultationState, STATE_LABEL } from '../contract/lifecycle.js';
import type { Actor } from '../identity/actor.js';
import { fitDeputies } from '../identity/fit-deputies.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { fits, openItems } from '../identity/open-items.js';
import { binder } from '../platform/sql/bind.js';

type Db = DataSource | EntityManager;

interface Row {
  kind: HandOverKind;
  id: string;
  consultationId: string | null;
  roles: string[] | null;
  municipality_code: string | null;
  ministry_id: string | null;
  dueOn: string | null;
  number: string | null;
  title: string | null;
  municipality: string | null;
  state: ConsultationState | null;
  /** Of an absence: who is away. */
  awayId: string | null;
  away: string | null;
}

/** An open item as the preview shows it, with what moving it needs. */
export interface Held extends HandOverItem {
  id: string;
  consultationId: string | null;
}

/** What a person holds, the kinds in the order of `HandOverKind`. Titles only for those who read the case. */
export async function heldBy(db: Db, actor: Actor, personId: string, today: string): Promise<Held[]> {
  const { bind, values } = binder();
  const rows: Row[] = await db.query(
    `SELECT o.kind, o.id, o.consultation_id AS "consultationId", o.roles, o.municipality_code, o.ministry_id,
            o.due_on::text AS "dueOn", c.number, CASE WHEN ${reachable(actor, bind)} THEN c.title END AS title,
            ${MUNICIPALITY_LABEL} AS municipality, c.state, away.id AS "awayId", away.name AS away
     FROM ${openItems(`${bind(today)}::date`)} o LEFT JOIN consultations c ON c.id = o.consultation_id
     LEFT JOIN municipalities m ON m.code = c.municipality_code
     LEFT JOIN absences a ON o.kind = 'deputy' AND a.id::text = o.id LEFT JOIN people away ON away.id = a.person_id
     WHERE o.person_id = ${bind(personId)}
     ORDER BY array_position(ARRAY['case', 'draft', 'townCase', 'inquiry', 'actionItem', 'approval', 'followUp', 'deputy'], o.kind),
              o.due_on, c.number, o.id`,
    values,
  );
  const fit = await fitFor(db, personId, rows);
  return rows.map((row) => ({
    key: keyOf(row),
    kind: row.kind,
    label: labelOf(row),
    note: row.state ? STATE_LABEL[row.state] : '',
    dueOn: row.dueOn,
    fit: fit.get(keyOf(row)) ?? [],
    id: row.id,
    consultationId: row.consultationId,
  }));
}

const keyOf = ({ kind, id }: Row): string => `${kind}:${id}`;

const labelOf = ({ away, number, municipality, title }: Row): string =>
  away ? `${away}さんの代理` : [number ?? '受付番号なし', municipality, title].filter(Boolean).join(' ');

/** Item → who, apart from the person, is at work and may do it. */
async function fitFor(db: Db, personId: string, rows: readonly Row[]): Promise<Map<string, string[]>> {
  const needs = rows.filter(({ roles }) => roles !== null).map((row) => ({ ...row, key: keyOf(row) }));
  const pairs: { key: string; ids: string[] }[] = await db.query(
    `SELECT o.key, array_agg(p.id ORDER BY p.kana, p.id) AS ids
     FROM jsonb_to_recordset($1::jsonb) AS o (key text, roles text[], municipality_code text, ministry_id text)
     JOIN people p ON p.id <> $2 AND p.disabled_at IS NULL
       AND EXISTS (SELECT 1 FROM grants g WHERE g.person_id = p.id AND ${fits('g', 'o')})
     GROUP BY o.key`,
    [JSON.stringify(needs), personId],
  );
  const fit = new Map(pairs.map(({ key, ids }) => [key, ids]));
  // Nobody else can decide a reply in 決裁 that hangs on its last manager: a new one is to be invited first.
  for (const row of rows) if (row.kind === 'approval') fit.delete(keyOf(row));
  for (const row of rows) {
    if (!row.awayId) continue;
    const others = await fitDeputies(db, row.awayId);
    fit.set(
      keyOf(row),
      others.map(({ id }) => id).filter((id) => id !== personId),
    );
  }
  return fit;
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readable } from '../consultations/policy.js';
import { readableHistory } from '../consultations/view-policy.js';
import type { HistoryRow } from '../contract/consultations.js';
import type { Paging } from '../contract/paging.js';
import type { Actor } from '../identity/actor.js';
import { readableReason } from '../karte/karte-policy.js';
import { found } from '../platform/errors.js';
import { type Bind, binder } from '../platform/sql/bind.js';
import { instant, listOf } from '../platform/sql/json.js';
import { prepared } from '../platform/sql/prepared.js';
import { type Facts, movedTo, wordsFor } from './history-words.js';
import { Names } from './names.js';

/** An event as JSON. `organisation`: `municipality code` or `ministry id` of who did it; null is the desk. */
export interface Told {
  id: string;
  type: string;
  at: string;
  audience: 'town' | 'ministry' | 'inward';
  ministryId: string | null;
  reason: string | null;
  facts: Facts;
  actor: string | null;
  organisation: string | null;
  ownerName: string | null;
}

/** Events of the case `c` that the actor may read, newest first, as a JSON array. */
export function toldEvents(actor: Actor, bind: Bind, size: number, skip = 0): string {
  return listOf(
    `'id', e.id::text, 'type', e.type, 'at', ${instant('e.occurred_at')}, 'audience', e.audience, 'ministryId', e.ministry_id,
     'reason', CASE WHEN ${readableReason(actor, bind)} THEN e.reason END, 'facts', e.data, 'actor', (SELECT p.name FROM people p WHERE p.id = e.actor_id),
     'ownerName', (SELECT p.name FROM people p WHERE p.id = (e.data->>'ownerId')::uuid),
     'organisation', (SELECT max(coalesce('municipality ' || g.municipality_code, 'ministry ' || g.ministry_id))
                      FROM grants g WHERE g.person_id = e.actor_id)`,
    `(SELECT * FROM events e WHERE e.consultation_id = c.id AND ${readableHistory(actor, bind)}
      ORDER BY e.id DESC LIMIT ${bind(size)} OFFSET ${bind(skip)}) e`,
  );
}

@Injectable()
export class HistoryQueries {
  constructor(
    private readonly db: DataSource,
    private readonly names: Names,
  ) {}

  async list(actor: Actor, id: string, { page, size }: Paging): Promise<{ items: HistoryRow[]; total: number }> {
    const { bind, values } = binder();
    const [row] = await prepared<{ told: Told[]; total: number }>(
      this.db,
      `SELECT ${toldEvents(actor, bind, size, (page - 1) * size)} AS told,
              (SELECT count(*)::int FROM events e WHERE e.consultation_id = c.id AND ${readableHistory(actor, bind)}) AS total
       FROM consultations c WHERE c.id = ${bind(id)} AND ${readable(actor, bind)}`,
      values,
    );
    const { told, total } = found(row);
    return { items: told.map((event) => presentEvent(event, this.names)), total };
  }
}

export function presentEvent(event: Told, names: Names): HistoryRow {
  const { id, at, audience, reason, actor, ministryId, type } = event;
  const facts = { ...event.facts, ownerName: event.ownerName };
  return {
    id,
    at,
    actor: actor ? { name: actor, organisation: organisation(event.organisation, names) } : null,
    what: wordsFor(type, facts),
    reason,
    audience,
    ministry: ministryId ? names.of('ministryShort', ministryId) : null,
    to: movedTo(type, facts),
  };
}

function organisation(bound: string | null, names: Names): string {
  const [kind, code] = bound?.split(' ') ?? [];
  if (!kind || !code) return '新結合相談窓口';
  return names.of(kind === 'ministry' ? 'ministry' : 'municipality', code);
}

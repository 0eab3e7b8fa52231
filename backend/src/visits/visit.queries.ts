import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { tokyoDay } from '../contract/calendar.js';
import type { Visit, VisitCategories, VisitNote, VisitPhoto, Visits } from '../contract/visits.js';
import type { Actor } from '../identity/actor.js';
import { teamOf } from '../teams/stored-team.js';
import { allowedVisitActions } from './policy.js';
import { visitOf } from './stored-visit.js';

type Rows = Pick<EntityManager, 'query'>;
type Dated<T, Key extends keyof T> = Omit<T, Key> & Record<Key, Date>;

/** Visits as their readers see them. */
@Injectable()
export class VisitQueries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The latest first. */
  async list(actor: Actor, teamId: string): Promise<Visits> {
    await teamOf(this.db, actor, teamId);
    const items: Visits['items'] = await this.db.query(
      `SELECT v.id, v.state, v.starts_on::text AS "startsOn", v.ends_on::text AS "endsOn",
              ARRAY(SELECT p ->> 'place' FROM jsonb_array_elements(v.route) p) AS places,
              (SELECT count(*)::int FROM visit_photos p WHERE p.visit_id = v.id AND p.removed_at IS NULL) AS photos,
              (SELECT count(*)::int FROM visit_notes n WHERE n.visit_id = v.id) AS notes
       FROM visits v WHERE v.team_id = $1 ORDER BY v.starts_on DESC, v.id`,
      [teamId],
    );
    return { items, total: items.length };
  }

  /** @param db within a transaction, what stands there now */
  async get(actor: Actor, id: string, db: Rows = this.db): Promise<Visit> {
    const { visit, team } = await visitOf(db, actor, id);
    const [row]: [Dated<Omit<Visit, 'notes' | 'photos' | 'allowedActions'>, 'updatedAt'>] = await db.query(
      `SELECT v.id, v.team_id AS "teamId", v.state, v.version, v.starts_on::text AS "startsOn", v.ends_on::text AS "endsOn",
              v.route, v.people, v.companions, v.met, v.travel, v.result, v.media, v.shared,
              v.cancel_reason AS "cancelReason", u.name AS "updatedBy", v.updated_at AS "updatedAt",
              (SELECT label FROM visit_categories c WHERE (c.kind, c.code) = ('travel', v.travel)) AS "travelLabel",
              coalesce((SELECT json_agg(json_build_object('personId', p.id, 'name', p.name, 'ministry', mi.name)
                ORDER BY mi.sort, p.id) FROM team_members tm JOIN people p ON p.id = tm.person_id
                JOIN applications a ON a.id = tm.application_id JOIN ministries mi ON mi.id = a.ministry_id
                WHERE tm.team_id = v.team_id AND p.id = ANY (v.people)), '[]') AS goers,
              coalesce((SELECT json_agg(json_build_object('label', c.label, 'count', m.one -> 'count', 'note', m.one ->> 'note')
                ORDER BY c.sort) FROM jsonb_array_elements(v.met) m (one)
                JOIN visit_categories c ON (c.kind, c.code) = ('met', m.one ->> 'category')), '[]') AS "metLabels"
       FROM visits v JOIN people u ON u.id = v.updated_by WHERE v.id = $1`,
      [id],
    );
    const begun = row.startsOn <= tokyoDay(this.clock.now());
    return {
      ...row,
      updatedAt: row.updatedAt.toISOString(),
      notes: await notesOf(db, 'n.visit_id', id),
      photos: await photosOf(db, id),
      allowedActions: allowedVisitActions(actor, team, visit).filter((action) => action !== 'finish' || begun),
    };
  }

  /** Those that may be chosen on a day. */
  async categories(day: string): Promise<VisitCategories> {
    const of = (kind: 'met' | 'travel'): Promise<VisitCategories['met']> =>
      this.db.query(
        `SELECT code, label FROM visit_categories
         WHERE kind = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2) ORDER BY sort, code`,
        [kind, day],
      );
    return { met: await of('met'), travel: await of('travel') };
  }
}

export async function notesOf(db: Rows, column: 'n.visit_id' | 'n.id', id: string): Promise<VisitNote[]> {
  const rows: Dated<VisitNote, 'updatedAt'>[] = await db.query(
    `SELECT n.id, n.visit_id AS "visitId", n.text, n.shared, n.version, p.name AS "writtenBy", n.updated_at AS "updatedAt"
     FROM visit_notes n JOIN people p ON p.id = n.updated_by WHERE ${column} = $1 ORDER BY n.created_at, n.id`,
    [id],
  );
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
}

async function photosOf(db: Rows, visitId: string): Promise<VisitPhoto[]> {
  const rows: Dated<VisitPhoto, 'addedAt'>[] = await db.query(
    `SELECT h.id, h.caption, h.consent, h.width, h.height, p.name AS "addedBy", h.added_at AS "addedAt"
     FROM visit_photos h JOIN people p ON p.id = h.added_by
     WHERE h.visit_id = $1 AND h.removed_at IS NULL ORDER BY h.added_at, h.id`,
    [visitId],
  );
  return rows.map((row) => ({ ...row, addedAt: row.addedAt.toISOString() }));
}

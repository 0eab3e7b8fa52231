import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Criterion } from '../contract/rounds.js';
import type { ReviewSheet, Scores, Selection } from '../contract/selection.js';
import type { Actor } from '../identity/actor.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { authorize, found } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { RoundEntity } from '../rounds/round.entity.js';
import { maySelect, readableReviews, selectionActions } from './policy.js';
import { figuresOf, ranksOf, totalOf } from './score.js';
import { UNTOLD } from './untold.js';

interface Row
  extends Pick<
    Selection['items'][number],
    'applicationId' | 'number' | 'label' | 'state' | 'place' | 'reason' | 'assigned' | 'handedIn' | 'mineOpen'
  > {
  sheets: Scores[] | null;
}

interface SheetRow {
  own: boolean;
  reviewer: string;
  scores: Scores;
  comment: string;
  version: number;
  handedInAt: Date | null;
}

/** What the people of a selection read. */
@Injectable()
export class SelectionQueries {
  constructor(private readonly db: DataSource) {}

  async get(actor: Actor, roundId: string): Promise<Selection> {
    authorize(maySelect(actor));
    const round = found(await this.db.manager.findOneBy(RoundEntity, { id: roundId }));
    const items = await this.rows(actor, round);
    const reviewers: Selection['reviewers'] = await this.db.query(
      `SELECT p.id, p.name, (SELECT count(*)::int FROM reviews v JOIN applications a ON a.id = v.application_id
                             WHERE v.reviewer_id = p.id AND a.round_id = $1) AS assigned
       FROM people p WHERE p.disabled_at IS NULL
         AND EXISTS (SELECT 1 FROM grants g WHERE g.person_id = p.id AND g.role IN ('secretariat', 'manager'))
       ORDER BY p.name, p.id`,
      [roundId],
    );
    const [{ untold }]: [{ untold: number }] = await this.db.query(
      `SELECT count(*)::int AS untold FROM applications a WHERE a.round_id = $1 AND a.kind = 'town' AND ${UNTOLD}`,
      [roundId],
    );
    const { id, name, state, places } = round;
    const chosen = items.filter((item) => item.state === 'chosen').length;
    const vacant = chosen < places && items.some((item) => item.state === 'reserve');
    return {
      ...{ round: { id, name, state, places }, items, total: items.length, chosen, untold, reviewers },
      allowedActions: selectionActions(actor, { state, untold, vacant }),
    };
  }

  /** Best first; what is not complete comes after, by number. */
  private async rows(actor: Actor, { id, criteria }: RoundEntity): Promise<Selection['items']> {
    const { bind, values } = binder();
    const me = bind(actor.id);
    const rows: Row[] = await this.db.query(
      `SELECT a.id AS "applicationId", a.number, ${MUNICIPALITY_LABEL} AS label, a.state, a.place, a.decision_reason AS reason,
              count(v.reviewer_id)::int AS assigned, count(v.handed_in_at)::int AS "handedIn",
              coalesce(bool_or(v.reviewer_id = ${me} AND v.handed_in_at IS NULL), false) AS "mineOpen",
              CASE WHEN count(v.reviewer_id) > 0 AND bool_and(v.handed_in_at IS NOT NULL) THEN json_agg(v.scores) END AS sheets
       FROM applications a JOIN municipalities m ON m.code = a.municipality_code
       LEFT JOIN reviews v ON v.application_id = a.id
       WHERE a.round_id = ${bind(id)} AND a.kind = 'town' AND a.number IS NOT NULL
       GROUP BY a.id, m.code ORDER BY a.serial`,
      values,
    );
    const figures = rows.map(({ sheets }) => (sheets ? figuresOf(sheets.map((one) => totalOf(criteria, one))) : null));
    const ranks = ranksOf(figures.map((one) => one?.mean ?? null));
    return rows
      .map(({ sheets: _, ...row }, index) => ({
        ...row,
        mean: figures[index]?.mean ?? null,
        spread: figures[index]?.spread ?? null,
        rank: ranks[index]?.rank ?? null,
        tied: ranks[index]?.tied ?? false,
      }))
      .sort((one, other) => (one.rank ?? Number.MAX_SAFE_INTEGER) - (other.rank ?? Number.MAX_SAFE_INTEGER));
  }

  async sheet(actor: Actor, applicationId: string): Promise<ReviewSheet> {
    authorize(maySelect(actor));
    const [about]: {
      number: string;
      label: string;
      roundId: string;
      criteria: Criterion[];
      assigned: number;
      handedIn: number;
    }[] = await this.db.query(
      `SELECT a.number, ${MUNICIPALITY_LABEL} AS label, a.round_id AS "roundId", r.criteria,
                (SELECT count(*)::int FROM reviews v WHERE v.application_id = a.id) AS assigned,
                (SELECT count(v.handed_in_at)::int FROM reviews v WHERE v.application_id = a.id) AS "handedIn"
         FROM applications a JOIN rounds r ON r.id = a.round_id JOIN municipalities m ON m.code = a.municipality_code
         WHERE a.id = $1 AND a.kind = 'town' AND a.number IS NOT NULL`,
      [applicationId],
    );
    const { criteria, ...facts } = found(about);
    const { bind, values } = binder();
    const rows: SheetRow[] = await this.db.query(
      `SELECT v.reviewer_id = ${bind(actor.id)} AS own, p.name AS reviewer, v.scores, v.comment, v.version,
              v.handed_in_at AS "handedInAt"
       FROM reviews v JOIN people p ON p.id = v.reviewer_id
       WHERE v.application_id = ${bind(applicationId)} AND ${readableReviews(actor, bind)} ORDER BY p.name, p.id`,
      values,
    );
    const own = rows.find((row) => row.own);
    const complete = facts.assigned > 0 && facts.assigned === facts.handedIn;
    return {
      ...{ applicationId, ...facts, criteria },
      mine: own
        ? {
            ...{ scores: own.scores, comment: own.comment, version: own.version },
            handedInAt: own.handedInAt?.toISOString() ?? null,
          }
        : null,
      all: complete
        ? rows.map(({ reviewer, scores, comment }) => ({ reviewer, scores, comment, total: totalOf(criteria, scores) }))
        : null,
    };
  }
}

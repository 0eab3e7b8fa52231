import type { DataSource, EntityManager } from 'typeorm';
import type { ReplyEntity } from './reply.entity.js';

/** Everybody who approved in this round, and for whom they stood in. */
export async function approversOf(
  db: DataSource | EntityManager,
  { id, round }: Pick<ReplyEntity, 'id' | 'round'>,
): Promise<string[]> {
  const rows: { person: string }[] = await db.query(
    `SELECT unnest(ARRAY[approver_id, stand_in_for]) AS person FROM approvals
     WHERE reply_id = $1 AND round = $2 AND decision = 'approved'`,
    [id, round],
  );
  return rows.map(({ person }) => person).filter(Boolean);
}

const MANAGERS = `SELECT DISTINCT p.id, p.name, p.kana FROM people p JOIN grants g ON g.person_id = p.id AND g.role = 'manager'
  WHERE p.disabled_at IS NULL`;

/** 代決 is for a manager who is away. */
export async function mayStandInFor(db: DataSource | EntityManager, personId: string): Promise<boolean> {
  const [row] = await db.query(`${MANAGERS} AND p.id = $1`, [personId]);
  return row !== undefined;
}

export function managers(db: DataSource | EntityManager): Promise<{ id: string; name: string }[]> {
  return db.query(`SELECT id, name FROM (${MANAGERS}) m ORDER BY kana, id`);
}

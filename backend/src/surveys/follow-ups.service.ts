import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type { FollowUpFilter, FollowUpPage, FollowUpTask } from '../contract/satisfaction.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, DomainError, found } from '../platform/errors.js';
import { mayFollowUp } from './policy.js';
import { readResponses } from './response.queries.js';

interface Task {
  taskId: string;
  createdAt: Date;
  ownerId: string | null;
  owner: string | null;
  doneAt: Date | null;
  doneBy: string | null;
  note: string;
}

/** Low scores as tasks of the managers: taken by one, closed with a note of what was done. */
@Injectable()
export class FollowUpsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { state, page, size }: FollowUpFilter): Promise<FollowUpPage> {
    authorize(mayFollowUp(actor));
    const rows = await readResponses<Task & { total: number }>(
      this.db.manager,
      `follow_up_tasks t JOIN survey_responses r ON r.id = t.response_id
       LEFT JOIN survey_invitations i ON i.id = r.invitation_id
       LEFT JOIN consultations c ON c.id = i.consultation_id LEFT JOIN municipalities m ON m.code = c.municipality_code
       LEFT JOIN people o ON o.id = t.owner_id LEFT JOIN people d ON d.id = t.done_by
       WHERE (t.done_at IS NULL) = $1 ORDER BY t.done_at DESC, t.created_at, t.id LIMIT $2 OFFSET $3`,
      [state === 'open', size, (page - 1) * size],
      `, t.id AS "taskId", t.created_at AS "createdAt", t.owner_id AS "ownerId", o.name AS owner, t.done_at AS "doneAt",
       d.name AS "doneBy", t.note, count(*) OVER ()::int AS total`,
    );
    return { items: rows.map((row) => present(row, actor)), total: rows[0]?.total ?? 0 };
  }

  async take(actor: Actor, id: string): Promise<void> {
    authorize(mayFollowUp(actor));
    await this.db.transaction(async (tx) => {
      const { ownerId } = await lockOpen(tx, id);
      await tx.query('UPDATE follow_up_tasks SET owner_id = $2 WHERE id = $1', [id, personId(actor)]);
      await record(tx, { type: 'followUp.take', subjectId: id, actor, data: { before: ownerId } });
    });
  }

  async close(actor: Actor, id: string, note: string): Promise<void> {
    authorize(mayFollowUp(actor));
    await this.db.transaction(async (tx) => {
      await lockOpen(tx, id);
      await tx.query(
        `UPDATE follow_up_tasks SET done_at = $2, done_by = $3, owner_id = coalesce(owner_id, $3), note = $4 WHERE id = $1`,
        [id, this.clock.now(), personId(actor), note],
      );
      await record(tx, { type: 'followUp.close', subjectId: id, actor });
    });
  }
}

/** @throws DomainError conflict, when somebody closed it before. */
async function lockOpen(tx: EntityManager, id: string): Promise<{ ownerId: string | null }> {
  const rows: { ownerId: string | null; done: boolean }[] = await tx.query(
    `SELECT owner_id AS "ownerId", done_at IS NOT NULL AS done FROM follow_up_tasks WHERE id = $1 FOR UPDATE`,
    [id],
  );
  const task = found(rows[0]);
  if (task.done) {
    throw new DomainError(
      'conflict',
      'follow_up.done',
      'この対応は、すでに完了しています。画面を読み込み直してください。',
    );
  }
  return task;
}

function present(row: FollowUpTask['response'] & Task & { total: number }, actor: Actor): FollowUpTask {
  const { taskId, createdAt, ownerId, owner, doneAt, doneBy, note, total: _, ...response } = row;
  return {
    id: taskId,
    createdAt: createdAt.toISOString(),
    owner,
    doneAt: doneAt?.toISOString() ?? null,
    doneBy,
    note,
    response,
    allowedActions: doneAt ? [] : ownerId === actor.id ? ['close'] : ['take', 'close'],
  };
}

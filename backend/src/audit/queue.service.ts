import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Job, Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import type { Paging } from '../contract/paging.js';
import type { FailedJob, QueueReport } from '../contract/queue.js';
import { record } from '../events/record.js';
import { type Actor, hasRole } from '../identity/actor.js';
import type { Config } from '../platform/config.js';
import { authorize, DomainError } from '../platform/errors.js';
import { openQueue } from '../platform/jobs/queue.js';
import { CONFIG } from '../platform/platform.module.js';

const REASON_LENGTH = 500;

/** The queue as administrators see it. It is opened when the first of them looks: the API itself needs none. */
@Injectable()
export class QueueService implements OnApplicationShutdown {
  private opened: Promise<Queue> | null = null;

  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'DATABASE_URL' | 'REDIS_URL'>,
  ) {}

  async report(actor: Actor, { page, size }: Paging): Promise<QueueReport> {
    authorize(hasRole(actor, 'admin'));
    const queue = await this.queue();
    const [counts, timetable, failed] = await Promise.all([
      queue.getJobCounts('waiting', 'active', 'delayed', 'failed'),
      queue.getJobSchedulers(),
      queue.getFailed((page - 1) * size, page * size - 1),
    ]);
    return {
      counts: {
        waiting: counts.waiting ?? 0,
        active: counts.active ?? 0,
        delayed: counts.delayed ?? 0,
        failed: counts.failed ?? 0,
      },
      timetable: timetable
        .map(({ key, next }) => ({ name: key, nextAt: isoOf(next) }))
        .sort((one, other) => one.name.localeCompare(other.name)),
      failed: failed.map(shown),
    };
  }

  /** @throws DomainError conflict, when the job is no longer among the failed ones. */
  async retry(actor: Actor, id: string): Promise<void> {
    authorize(hasRole(actor, 'admin'));
    const job: Job | undefined = await (await this.queue()).getJob(id);
    if (!job || !(await job.isFailed())) {
      throw new DomainError(
        'conflict',
        'queue.notFailed',
        'この仕事は、失敗の一覧にありません。すでに実行し直した可能性があります。画面を読み込み直してください。',
      );
    }
    await record(this.db.manager, { type: 'job.retry', subjectId: id, actor, data: { name: job.name } });
    await job.retry();
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.opened)?.close();
  }

  private queue(): Promise<Queue> {
    this.opened ??= openQueue(this.config).catch((error) => {
      this.opened = null;
      throw error;
    });
    return this.opened;
  }
}

const isoOf = (moment: number | undefined): string | null => (moment ? new Date(moment).toISOString() : null);

const shown = ({ id, name, attemptsMade, finishedOn, failedReason }: Job): FailedJob => ({
  id: String(id),
  name,
  attempts: attemptsMade,
  failedAt: isoOf(finishedOn),
  reason: (failedReason ?? '').slice(0, REASON_LENGTH),
});

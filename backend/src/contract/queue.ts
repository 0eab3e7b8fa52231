import { z } from 'zod';

export const JOB_STATE_LABEL = {
  waiting: '実行待ち',
  active: '実行中',
  delayed: '時刻待ち',
  failed: '失敗',
} as const;
export type JobState = keyof typeof JOB_STATE_LABEL;

/** A job that was tried as often as it may be, and waits for somebody to look at it. */
export const FailedJob = z
  .object({
    id: z.string(),
    name: z.string(),
    attempts: z.number().int(),
    failedAt: z.iso.datetime().nullable(),
    reason: z.string(),
  })
  .meta({ id: 'FailedJob' });
export type FailedJob = z.infer<typeof FailedJob>;

/** 待ち行列: how many jobs are in each state, what runs by the clock, and what failed. */
export const QueueReport = z
  .object({
    counts: z.object({
      waiting: z.number().int(),
      active: z.number().int(),
      delayed: z.number().int(),
      failed: z.number().int(),
    }),
    timetable: z.array(z.object({ name: z.string(), nextAt: z.iso.datetime().nullable() })),
    failed: z.array(FailedJob),
  })
  .meta({ id: 'QueueReport' });
export type QueueReport = z.infer<typeof QueueReport>;

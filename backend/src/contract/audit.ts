import { z } from 'zod';
import { dayNamed } from './calendar.js';
import { Paging } from './paging.js';

export const AuditFilter = Paging.extend({
  type: z.string().trim().max(60).optional(),
  person: z.string().trim().max(100).optional(),
  number: z.string().trim().max(40).optional(),
  from: dayNamed('年月日で入力してください').optional(),
  to: dayNamed('年月日で入力してください').optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

/** One row of the trail: who did what to which case, and when; never texts of a case. */
export const AuditEntry = z
  .object({
    id: z.string(),
    occurredAt: z.iso.datetime(),
    type: z.string(),
    actor: z.string(),
    number: z.string().nullable(),
    subjectId: z.string(),
    ministry: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof AuditEntry>;

import { z } from 'zod';
import { Day } from './calendar.js';

const words = (name: string, max: number) =>
  z.string().trim().min(1, `${name}を入力してください`).max(max, `${name}は${max}文字以内で入力してください`);

/** What stands in a letter in the place of {…}. */
export const MERGE_FIELDS = ['氏名', '府省庁', '所属', '団体', '年度', '任期'] as const;

const unknownFields = (body: string) =>
  [...body.matchAll(/\{([^{}]*)\}/g)]
    .map(([, name]) => name ?? '')
    .filter((name) => !MERGE_FIELDS.some((one) => one === name));

/** 任命の通知, the same for all but for what is merged in. */
export const AppointmentLetter = z.object({
  subject: words('件名', 80),
  sender: words('発信者', 80),
  issuedOn: Day,
  body: words('本文', 2000).superRefine((body, context) => {
    const unknown = unknownFields(body);
    if (unknown.length === 0) return;
    const message = `差し込める項目は${MERGE_FIELDS.map((name) => `{${name}}`).join('')}です。{${unknown[0]}}を直してください`;
    context.addIssue({ code: 'custom', message });
  }),
});
export type AppointmentLetter = z.infer<typeof AppointmentLetter>;

/** Which letter; without an officer all in one file. */
export const LetterFilter = z.object({ officer: z.string().max(60).optional() });
export type LetterFilter = z.infer<typeof LetterFilter>;

export const PublishAppointment = z.object({
  /** The names of the officers too; their ministries always. */
  withNames: z.boolean('氏名を載せるかどうかを選んでください'),
});
export type PublishAppointment = z.infer<typeof PublishAppointment>;

export const AppointmentAction = z.enum(['editLetter', 'publish']);
export type AppointmentAction = z.infer<typeof AppointmentAction>;

export const Appointment = z
  .object({
    round: z.object({ id: z.uuid(), name: z.string() }),
    proposal: z.object({ id: z.uuid(), serial: z.number().int(), version: z.number().int() }),
    reason: z.string(),
    approvedBy: z.string(),
    approvedAt: z.iso.datetime(),
    letter: AppointmentLetter,
    withNames: z.boolean(),
    publishedAt: z.iso.datetime().nullable(),
    teams: z.array(
      z.object({
        municipality: z.string(),
        officers: z.array(z.object({ id: z.string(), name: z.string(), ministry: z.string(), post: z.string() })),
      }),
    ),
    allowedActions: z.array(AppointmentAction),
  })
  .meta({ id: 'Appointment' });
export type Appointment = z.infer<typeof Appointment>;

/** What everybody may read: never a score, never how the teams came about. */
export const PublicTeams = z
  .object({
    round: z.string(),
    publishedAt: z.iso.datetime(),
    teams: z.array(
      z.object({
        prefecture: z.string(),
        municipality: z.string(),
        officers: z.array(z.object({ ministry: z.string(), name: z.string().nullable() })),
      }),
    ),
  })
  .meta({ id: 'PublicTeams' });
export type PublicTeams = z.infer<typeof PublicTeams>;

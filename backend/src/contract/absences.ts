import { z } from 'zod';

/** An absence longer than this is a departure: the hand-over is for that. */
export const LONGEST_ABSENCE_DAYS = 366;

/** 不在: both days included; `deputy` acts meanwhile. */
export const Absence = z.object({
  id: z.uuid(),
  fromOn: z.iso.date(),
  untilOn: z.iso.date(),
  deputy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** Has begun: cancelling it means being back. */
  begun: z.boolean(),
});
export type Absence = z.infer<typeof Absence>;

/** The absences of one person from today on, and who may be deputy. */
export const Absences = z
  .object({
    person: z.object({ id: z.uuid(), name: z.string() }),
    items: z.array(Absence),
    total: z.number().int(),
    deputies: z.array(z.object({ id: z.uuid(), name: z.string() })),
  })
  .meta({ id: 'Absences' });
export type Absences = z.infer<typeof Absences>;

export const SetAbsence = z.object({
  fromOn: z.iso.date('不在の始まりの日を入力してください'),
  untilOn: z.iso.date('不在の終わりの日を入力してください'),
  deputyId: z.uuid('代理する人を一覧から選んでください').nullable().default(null),
});
export type SetAbsence = z.infer<typeof SetAbsence>;

/** Whom the reader stands in for today, and for how long. */
export const StandingIn = z.object({ id: z.uuid(), name: z.string(), untilOn: z.iso.date() });
export type StandingIn = z.infer<typeof StandingIn>;

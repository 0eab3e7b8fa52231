import { z } from 'zod';
import { StandingIn } from './absences.js';
import { DueState } from './consultations.js';

/** One thing to do: where it leads, what it is, why it is here, and until when. */
export const WorkItem = z.object({
  href: z.string(),
  label: z.string(),
  note: z.string(),
  /** The absent person whose work it is. */
  standsInFor: z.string().nullable(),
  dueOn: z.iso.date().nullable(),
  dueState: DueState.nullable(),
});
export type WorkItem = z.infer<typeof WorkItem>;

export const WorkSection = z.object({
  key: z.string(),
  title: z.string(),
  items: z.array(WorkItem),
  total: z.number().int(),
  more: z.boolean(),
  /** The whole list, where there is one. */
  href: z.string().nullable(),
});
export type WorkSection = z.infer<typeof WorkSection>;

/** 今日の仕事 */
export const Work = z
  .object({ sections: z.array(WorkSection), standingInFor: z.array(StandingIn) })
  .meta({ id: 'Work' });
export type Work = z.infer<typeof Work>;

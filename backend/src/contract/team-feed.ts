import { z } from 'zod';
import { Day } from './calendar.js';
import { Paging, pageOf } from './paging.js';

export const FEED_KIND_LABEL = {
  visit: '訪問の結果',
  note: '訪問メモ',
  decision: '会議の決定',
  theme: '支援テーマ',
} as const;
export const FeedKind = z.enum(Object.keys(FEED_KIND_LABEL) as [keyof typeof FEED_KIND_LABEL]);
export type FeedKind = z.infer<typeof FeedKind>;

/** Something that a team shares with all others: which town, what about, the words. Never who. */
export const FeedEntry = z.object({
  kind: FeedKind,
  id: z.uuid(),
  municipality: z.string(),
  round: z.string(),
  fields: z.array(z.string()),
  day: Day,
  text: z.string(),
  sharedAt: z.iso.datetime(),
});
export type FeedEntry = z.infer<typeof FeedEntry>;

export const TeamFeed = pageOf(FeedEntry)
  .extend({ fields: z.array(z.object({ code: z.string(), name: z.string() })) })
  .meta({ id: 'TeamFeed' });
export type TeamFeed = z.infer<typeof TeamFeed>;

export const FeedQuery = Paging.extend({ field: z.string().max(50).optional(), kind: FeedKind.optional() });
export type FeedQuery = z.infer<typeof FeedQuery>;

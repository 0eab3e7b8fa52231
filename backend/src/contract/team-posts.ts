import { z } from 'zod';
import { pageOf } from './paging.js';

export const TeamPost = z.object({
  id: z.uuid(),
  /** Null once withdrawn. */
  body: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
  mayWithdraw: z.boolean(),
});
export type TeamPost = z.infer<typeof TeamPost>;

export const TeamPosts = pageOf(TeamPost).extend({ mayPost: z.boolean() }).meta({ id: 'TeamPosts' });
export type TeamPosts = z.infer<typeof TeamPosts>;

export const PostToTeam = z.object({
  /** Made by the sender, so that what is sent twice is there once. */
  id: z.uuid(),
  body: z.string().trim().min(1, '本文を入力してください').max(4000, '本文は4,000文字以内で入力してください'),
});
export type PostToTeam = z.infer<typeof PostToTeam>;

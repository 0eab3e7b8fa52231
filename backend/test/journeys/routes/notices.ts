import { ALL, type Routes } from './route.js';

const HOURS = { opensAt: '08:30', closesAt: '18:00', digestAt: '09:00', digestWeekday: 1 };
const LEDGER = ['manager', 'admin'] as const;

/** Everybody reads and chooses their own; the ledger of mails is the managers' and administrators'. */
export const NOTICES: Routes = {
  'GET /me/notices': { to: ALL },
  'GET /me/notices/unread': { to: ALL },
  'POST /me/notices/read': { to: ALL },
  'POST /me/notices/{id}/read': { to: ALL, make: () => ({ params: { id: '1' } }) },
  'GET /me/notice-choices': { to: ALL },
  'PUT /me/notice-choices': { to: ALL, make: () => ({ body: { hours: HOURS, topics: [] } }) },
  'GET /deliveries': { to: LEDGER },
  'GET /deliveries/rows': { to: LEDGER },
};

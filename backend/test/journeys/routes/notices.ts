import { put } from '../rows.js';
import type { Scene } from '../scene.js';
import { ALL, type Call, DESK, type Routes } from './route.js';

const HOURS = { opensAt: '08:30', closesAt: '18:00', digestAt: '09:00', digestWeekday: 1, anyTime: false };
const LEDGER = ['manager', 'admin'] as const;

let serial = 0;
async function aRefusedMail({ db }: Scene): Promise<Call> {
  serial += 1;
  const id = await put(db, 'mails', {
    ...{
      bundle: `notice-refused-${serial}`,
      recipient: `nobody${serial}@test.example`,
      message_id: `<refused-${serial}@test.example>`,
    },
    ...{
      queued_at: '2026-11-19',
      next_try_at: '2026-11-19',
      refused_at: '2026-11-19',
      last_answer: '550 no such user',
    },
  });
  return { params: { id }, body: { note: 'アドレスを直しました。' } };
}

/** Everybody reads and chooses their own; the ledger of mails is the managers' and administrators', the queue the administrators'. */
export const NOTICES: Routes = {
  'GET /me/notices': { to: ALL },
  'GET /me/notices/unread': { to: ALL },
  'POST /me/notices/read': { to: ALL },
  'POST /me/notices/{id}/read': { to: ALL, make: () => ({ params: { id: '1' } }) },
  'GET /me/notice-choices': { to: ALL },
  'PUT /me/notice-choices': { to: ALL, make: () => ({ body: { hours: HOURS, topics: [] } }) },
  'GET /deliveries': { to: LEDGER },
  'GET /deliveries/rows': { to: LEDGER },
  'GET /queue': { to: ['admin'] },
  'POST /queue/failed/{id}/retry': { to: ['admin'], make: () => ({ params: { id: 'send-mail-0' } }) },
  'GET /undelivered': { to: ALL },
  'POST /undelivered/{id}/settle': { to: [...DESK, 'admin'], make: aRefusedMail },
};

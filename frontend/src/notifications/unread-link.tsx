'use client';

import type { UnreadCount } from '@musubi/backend/contract/notices';
import { useEffect, useState } from 'react';
import { Link } from '@/ui/link';

const ASK_EVERY_MS = 60_000;

/** The way to the notices, with how many are new. Asks again every minute: no WebSocket is needed. */
export function UnreadLink({ unread }: { unread: number }) {
  const [count, setCount] = useState(unread);
  useEffect(() => {
    const timer = setInterval(async () => {
      // A broken line shows the number known so far; the next minute asks again.
      const answer = await fetch('/api/me/notices/unread').catch(() => undefined);
      if (answer?.ok) setCount(((await answer.json()) as UnreadCount).unread);
    }, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return <Link href="/notices">{count > 0 ? `お知らせ（未読${count}件）` : 'お知らせ'}</Link>;
}

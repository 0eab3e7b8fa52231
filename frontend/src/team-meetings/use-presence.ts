'use client';

import type { Presence, SharedField } from '@musubi/backend/contract/team-meetings';
import { useEffect, useRef, useState } from 'react';
import { askPresence } from './save-text';

const EVERY_MS = 5000;

/** Tells the house every few seconds that the page is open. `undefined`: not asked yet; null: nobody can say. */
export function usePresence(id: string): {
  presence: Presence | null | undefined;
  writesIn: (field: SharedField | null) => void;
} {
  const [presence, show] = useState<Presence | null>();
  const field = useRef<SharedField | null>(null);
  useEffect(() => {
    let open = true;
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      const answer = await askPresence(id, field.current);
      if (open) show(answer);
    };
    void ask();
    const timer = setInterval(ask, EVERY_MS);
    return () => {
      open = false;
      clearInterval(timer);
    };
  }, [id]);
  return {
    presence,
    writesIn: (now) => {
      field.current = now;
    },
  };
}

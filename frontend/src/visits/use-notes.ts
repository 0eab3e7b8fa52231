'use client';

import type { VisitNote } from '@musubi/backend/contract/visits';
import { useCallback, useEffect, useRef, useState } from 'react';
import { dropNote, type KeptNote, keepNote, keptNotes } from './kept-notes';
import { sendNote } from './send-note';

export type Line = 'unknown' | 'up' | 'down' | 'signedOut' | 'noStore';

/** The notes that lie on this device, and their way to the server: at opening, when the line comes back, when saved. */
export function useNotes(owner: string, onSaved: (note: VisitNote) => void) {
  const [notes, setNotes] = useState<KeptNote[]>([]);
  const [line, setLine] = useState<Line>('unknown');
  const [ready, setReady] = useState(false);
  const sending = useRef<Promise<void>>(undefined);
  const heard = useRef(onSaved);
  heard.current = onSaved;

  const show = useCallback(async () => setNotes(await keptNotes(owner)), [owner]);

  const sendAll = useCallback(async () => {
    for (const note of (await keptNotes(owner)).filter(({ state }) => state === 'waiting')) {
      const outcome = await sendNote(note);
      if (outcome.kind === 'later') return setLine('down');
      if (outcome.kind === 'signedOut') return setLine('signedOut');
      setLine('up');
      if (outcome.kind === 'saved') {
        await dropNote(note.id);
        const { version, savedAt } = outcome.saved;
        heard.current({ ...note, version, writtenBy: '', updatedAt: savedAt });
      } else if (outcome.kind === 'conflict') {
        await keepNote({ ...note, state: 'conflict', stored: outcome.stored });
      } else await keepNote({ ...note, state: 'refused', problem: outcome.problem });
      await show();
    }
  }, [owner, show]);

  /** One after the other, so that what was written while sending goes too. */
  const send = useCallback(() => {
    sending.current = (sending.current ?? Promise.resolve()).then(sendAll).catch(() => setLine('noStore'));
    return sending.current;
  }, [sendAll]);

  useEffect(() => {
    const again = () => void send();
    const gone = () => setLine('down');
    if (!navigator.onLine) gone();
    show()
      .then(send)
      .catch(() => setLine('noStore'))
      .finally(() => setReady(true));
    window.addEventListener('online', again);
    window.addEventListener('offline', gone);
    document.addEventListener('visibilitychange', again);
    return () => {
      window.removeEventListener('online', again);
      window.removeEventListener('offline', gone);
      document.removeEventListener('visibilitychange', again);
    };
  }, [send, show]);

  const keep = useCallback(
    async (note: KeptNote) => {
      try {
        await keepNote(note);
        await show();
      } catch {
        setLine('noStore');
      }
    },
    [show],
  );
  const drop = useCallback(
    async (id: string) => {
      await dropNote(id);
      await show();
    },
    [show],
  );
  return { notes, line, ready, keep, drop, send };
}

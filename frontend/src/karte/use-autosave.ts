'use client';

import { useEffect, useRef, useState } from 'react';
import { Autosaver } from './autosaver';
import type { Content } from './content';
import type { SaveStatus } from './save-status';
import type { SheetHome } from './sheet-home';

interface Options {
  home: SheetHome;
  id: string;
  version: number;
  content: Content;
  /** How it stands to begin with. */
  status: SaveStatus;
  read: () => Content;
}

/** An autosaver as long as the page is open, and how it stands. */
export function useAutosave(options: Options): { saver: Autosaver; status: SaveStatus } {
  const [status, show] = useState(options.status);
  const latest = useRef(options.read);
  latest.current = options.read;
  const [saver] = useState(() => new Autosaver({ ...options, read: () => latest.current(), show }));

  useEffect(() => {
    // What was typed before the script arrived, or what the browser brought back, is not stored yet.
    saver.touch();
    const again = () => document.visibilityState === 'visible' && saver.tryAgain();
    const leaving = (event: BeforeUnloadEvent) => {
      if (saver.leave()) event.preventDefault();
    };
    window.addEventListener('online', again);
    document.addEventListener('visibilitychange', again);
    window.addEventListener('beforeunload', leaving);
    return () => {
      saver.end();
      window.removeEventListener('online', again);
      document.removeEventListener('visibilitychange', again);
      window.removeEventListener('beforeunload', leaving);
    };
  }, [saver]);

  return { saver, status };
}

'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/ui/button';
import { dayClock } from './clock';
import { type Content, sameContent } from './content';
import { type Kept, safetyNet } from './safety-net';

interface Props {
  id: string;
  stored: Content;
  onRestore: (kept: Kept) => void;
}

/** What this browser could not save the last time: the person takes it back or lets it go. */
export function RestoreOffer({ id, stored, onRestore }: Props) {
  const [kept, setKept] = useState<Kept | null>(null);
  const [first] = useState(stored);
  useEffect(() => {
    const found = safetyNet.read(id);
    if (found && !sameContent(found.content, first)) setKept(found);
    else safetyNet.clear(id);
  }, [id, first]);
  if (!kept) return null;

  return (
    <div role="status" className="mb-2 grid gap-2 rounded-8 border-2 border-warning-yellow-2 p-3">
      <p className="font-700">{`保存できなかった入力が、この端末に残っています（${dayClock(kept.at)}）`}</p>
      <div className="flex flex-wrap gap-2">
        <Button
          type="button"
          size="sm"
          onClick={() => {
            setKept(null);
            onRestore(kept);
          }}
        >
          入力を元に戻す
        </Button>
        <Button
          type="button"
          variant="outline"
          size="sm"
          onClick={() => {
            setKept(null);
            safetyNet.clear(id);
          }}
        >
          残っている入力を捨てる
        </Button>
      </div>
    </div>
  );
}

'use client';

import type { SharedField, SharedText } from '@musubi/backend/contract/team-meetings';
import { useEffect, useRef, useState } from 'react';
import { Banner } from '@/ui/banner';
import { TextArea } from '@/ui/text-area';
import { StaleText } from './stale-text';
import { TextSaver, type TextStatus } from './text-saver';
import { TextStatusLine } from './text-status-line';

interface Props {
  id: string;
  field: SharedField;
  label: string;
  support?: string;
  rows: number;
  stored: SharedText;
  /** What was typed before the page came back without JavaScript. */
  typed?: string;
  error?: string;
  /** How it stands in the house, as last heard. */
  latest?: SharedText;
  /** Somebody saved it before our form arrived. */
  conflict?: SharedText;
  onWriting: (field: SharedField | null) => void;
}

/** A text that both sides write at the same time. Saved while it is typed; without JavaScript with the form around it. */
export function SharedArea({
  id,
  field,
  label,
  support,
  rows,
  stored,
  typed,
  error,
  latest,
  conflict,
  onWriting,
}: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [version, setVersion] = useState(conflict?.version ?? stored.version);
  // Without scripts nobody merges: both texts have to be seen.
  const [scripted, setScripted] = useState(false);
  const [status, setStatus] = useState<TextStatus>({ kind: 'saved', at: null });
  const [saver] = useState(
    () =>
      new TextSaver({
        ...{ id, field, stored },
        read: () => area.current?.value.replaceAll('\r\n', '\n') ?? stored.body,
        write: (text) => replace(area.current, text),
        show: (now, saved) => {
          setStatus(now);
          setVersion(saved);
        },
      }),
  );

  useEffect(() => {
    setScripted(true);
    // What was typed before the script arrived is not stored yet.
    saver.touch();
    const leaving = (event: BeforeUnloadEvent) => {
      if (saver.unsaved) event.preventDefault();
    };
    window.addEventListener('beforeunload', leaving);
    return () => {
      saver.end();
      window.removeEventListener('beforeunload', leaving);
    };
  }, [saver]);
  useEffect(() => saver.hear(stored), [saver, stored]);
  useEffect(() => latest && saver.hear(latest), [saver, latest]);
  useEffect(() => conflict && saver.hear(conflict), [saver, conflict]);

  return (
    <div className="grid gap-2">
      <input type="hidden" name={`${field}.version`} value={version} />
      {conflict && !scripted && typed !== undefined && conflict.body !== typed && (
        <Banner kind="warning" title={`「${label}」は、${conflict.savedBy}さんが先に保存しました`}>
          <p className="mt-2 whitespace-pre-wrap break-words">{conflict.body || '（記入なし）'}</p>
          <p className="mt-2">下の入力内容でもう一度保存すると、この内容を置き換えます。</p>
        </Banner>
      )}
      <TextArea
        label={label}
        name={field}
        support={support}
        rows={rows}
        defaultValue={typed ?? stored.body}
        error={error}
        ref={area}
        onInput={() => saver.touch()}
        onFocus={() => onWriting(field)}
        onBlur={() => onWriting(null)}
      />
      <TextStatusLine status={status} />
      {status.kind === 'stale' && (
        <StaleText label={label} current={status.current} mine={status.mine} choose={(text) => saver.choose(text)} />
      )}
    </div>
  );
}

/** Puts in another text and leaves the caret where the person was writing. */
function replace(area: HTMLTextAreaElement | null, text: string): void {
  if (!area) return;
  const { value, selectionStart, selectionEnd } = area;
  let same = 0;
  while (same < value.length && value[same] === text[same]) same += 1;
  const moved = (at: number) => (at <= same ? at : Math.max(same, at + text.length - value.length));
  area.value = text;
  area.setSelectionRange(moved(selectionStart), moved(selectionEnd));
}

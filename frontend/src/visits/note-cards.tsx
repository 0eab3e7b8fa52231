'use client';

import type { VisitNote } from '@musubi/backend/contract/visits';
import { Button } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { StatusBadge } from '@/ui/status-badge';
import type { KeptNote } from './kept-notes';

const LABEL = {
  writing: ['書きかけ', 'neutral'],
  waiting: ['未送信', 'waiting'],
  conflict: ['先に保存された文があります', 'attention'],
  refused: ['送信できません', 'alarm'],
} as const;

const CARD = 'grid gap-3 rounded-12 border border-solid-gray-420 p-4';
const TEXT = 'whitespace-pre-wrap wrap-anywhere';

interface Props {
  note: KeptNote;
  onReplace: () => void;
  onReopen: (note: KeptNote) => void;
  onDrop: () => void;
}

/** A note that the server does not have yet. */
export function KeptCard({ note, onReplace, onReopen, onDrop }: Props) {
  const { state, text, stored, problem } = note;
  const [label, tone] = LABEL[state];
  const version = stored?.version ?? note.version;
  const writing = { ...note, version, state: 'writing' as const, stored: undefined, problem: undefined };
  return (
    <section className={CARD} aria-label={label}>
      <StatusBadge tone={tone}>{label}</StatusBadge>
      {problem && <p className="text-error-1">{problem}</p>}
      {stored && (
        <div className="rounded-8 bg-solid-gray-50 p-3">
          <p className="font-700">今保存されている文（{stored.writtenBy}）</p>
          <p className={TEXT}>{stored.text}</p>
        </div>
      )}
      <div>
        {stored && <p className="font-700">この端末の文</p>}
        <p className={TEXT}>{text}</p>
      </div>
      {state !== 'waiting' && (
        <div className="flex flex-wrap gap-3">
          {stored && (
            <>
              <Button type="button" variant="outline" size="sm" onClick={onReplace}>
                この端末の文で置き換える
              </Button>
              <Button
                type="button"
                variant="outline"
                size="sm"
                onClick={() => onReopen({ ...writing, text: `${stored.text}\n${text}` })}
              >
                二つをつなげて直す
              </Button>
            </>
          )}
          {!stored && (
            <Button type="button" variant="outline" size="sm" onClick={() => onReopen(writing)}>
              続きを書く
            </Button>
          )}
          <Confirm label="この端末から消す" question={<p>この文は、ほかのどこにもありません。</p>}>
            <Button type="button" variant="danger" size="sm" onClick={onDrop}>
              消す
            </Button>
          </Confirm>
        </div>
      )}
    </section>
  );
}

export function SentCard({ note, visit, onEdit }: { note: VisitNote; visit?: string; onEdit: () => void }) {
  return (
    <section className={CARD} aria-label="送信済みのメモ">
      <p className="text-dns-14N-130 text-solid-gray-700">
        {visit} {note.shared && 'ほかのチームに共有'}
      </p>
      <p className={TEXT}>{note.text}</p>
      <Button type="button" variant="text" size="sm" onClick={onEdit}>
        直す
      </Button>
    </section>
  );
}

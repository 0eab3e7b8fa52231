'use client';

import type { VisitNote } from '@musubi/backend/contract/visits';
import { useEffect, useState } from 'react';
import { Button } from '@/ui/button';
import { CONTROL } from '@/ui/form-field';
import type { KeptNote } from './kept-notes';
import { LineBanner } from './line-banner';
import { KeptCard, SentCard } from './note-cards';
import { keepPage } from './offline-page';
import { useNotes } from './use-notes';

interface Props {
  teamId: string;
  personId: string;
  visits: readonly { id: string; label: string }[];
  sent: readonly VisitNote[];
  limit: number;
}

/** Notes made on the spot. Each stroke lies on the device at once; the server gets it when there is a line. */
export function NotePad({ teamId, personId, visits, sent, limit }: Props) {
  const owner = `${personId} ${teamId}`;
  const fresh = (visitId = visits[0]?.id ?? ''): KeptNote => ({
    ...{ id: newId(), owner, visitId, text: '', shared: false, version: 0 },
    ...{ writtenAt: new Date().toISOString(), state: 'writing' },
  });
  const [draft, setDraft] = useState<KeptNote>();
  const [known, setKnown] = useState<readonly VisitNote[]>(sent);
  const { notes, line, ready, keep, drop, send } = useNotes(owner, (note) =>
    setKnown((all) => [...all.filter(({ id }) => id !== note.id), note]),
  );
  const [kept, setKept] = useState(false);

  useEffect(() => {
    keepPage(`/teams/${teamId}/note`).then(setKept, () => setKept(false));
  }, [teamId]);
  // What was begun before the page closed goes on.
  const begun = notes.findLast(({ state }) => state === 'writing');
  const current = draft ?? begun;

  function write(change: Partial<KeptNote>) {
    const next = { ...(current ?? fresh()), ...change };
    setDraft(next);
    void keep(next);
  }
  async function save() {
    if (!current?.text.trim()) return;
    setDraft(fresh(current.visitId));
    await keep({ ...current, state: 'waiting', problem: undefined, stored: undefined });
    await send();
  }
  async function resend(note: KeptNote) {
    await keep({
      ...note,
      state: 'waiting',
      version: note.stored?.version ?? note.version,
      problem: undefined,
      stored: undefined,
    });
    await send();
  }
  const reopen = (note: KeptNote) => {
    setDraft(note);
    void keep(note);
  };
  const edit = (note: VisitNote) => reopen({ ...note, owner, writtenAt: new Date().toISOString(), state: 'writing' });

  const text = current?.text ?? '';
  return (
    <div className="grid gap-6" data-kept={kept} data-ready={ready}>
      <LineBanner
        line={line}
        kept={kept}
        waiting={notes.filter(({ state }) => state === 'waiting').length}
        page={`/teams/${teamId}/note`}
      />
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label className="grid gap-2">
          <span className="text-std-17B-170">訪問</span>
          <select
            className={`${CONTROL} min-h-12`}
            value={current?.visitId ?? visits[0]?.id}
            onChange={({ target }) => write({ visitId: target.value })}
          >
            {visits.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-2">
          <span className="text-std-17B-170">メモ</span>
          <textarea
            className={`${CONTROL} field-sizing-content min-h-40`}
            rows={6}
            value={text}
            onChange={({ target }) => write({ text: target.value })}
          />
        </label>
        {text.length > limit && (
          <p className="text-error-1">
            {limit.toLocaleString('ja-JP')}文字以内にしてください（今は{text.length.toLocaleString('ja-JP')}文字）。
          </p>
        )}
        <label className="flex items-start gap-2">
          <input
            type="checkbox"
            className="mt-0.5 size-6 shrink-0 accent-blue-900"
            checked={current?.shared ?? false}
            onChange={({ target }) => write({ shared: target.checked })}
          />
          <span>ほかのチームに共有する（名前は共有されません）</span>
        </label>
        <Button aria-disabled={text.trim() === '' || text.length > limit || undefined}>メモを保存する</Button>
      </form>
      {notes
        .filter(({ id }) => id !== current?.id)
        .map((note) => (
          <KeptCard
            key={note.id}
            note={note}
            onReplace={() => void resend(note)}
            onReopen={reopen}
            onDrop={() => void drop(note.id)}
          />
        ))}
      <h2 className="text-std-20B-150">送信済みのメモ</h2>
      {known.length === 0 && <p>まだありません。</p>}
      {[...known].reverse().map((note) => (
        <SentCard
          key={note.id}
          note={note}
          visit={visits.find(({ id }) => id === note.visitId)?.label}
          onEdit={() => edit(note)}
        />
      ))}
    </div>
  );
}

/** Made here, so that it works without a line and outside https too. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

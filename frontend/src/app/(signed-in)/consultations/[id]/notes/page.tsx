import type { Metadata } from 'next';
import { getConsultation, getNotes } from '@/consultations/api';
import { NoteForm } from '@/consultations/step-forms';
import { EmptyState } from '@/ui/empty-state';
import { Moment } from '@/ui/time';
import { InwardNote } from '@/ui/voice';

export const metadata: Metadata = { title: '内部メモ' };

export default async function NotesPage({ params }: PageProps<'/consultations/[id]/notes'>) {
  const { id } = await params;
  const [{ allowedActions }, { items }] = await Promise.all([getConsultation(id), getNotes(id)]);
  return (
    <div className="grid max-w-4xl gap-6">
      <h2 className="text-std-24B-150">内部メモ</h2>
      {items.length === 0 && <EmptyState title="内部メモはまだありません" />}
      {items.map(({ id: note, text, author, writtenAt }) => (
        <InwardNote key={note}>
          {text}
          <p className="mt-2 text-dns-14N-130 text-solid-gray-700">
            <Moment value={writtenAt} />　{author}
          </p>
        </InwardNote>
      ))}
      {allowedActions.includes('note') && <NoteForm id={id} />}
    </div>
  );
}

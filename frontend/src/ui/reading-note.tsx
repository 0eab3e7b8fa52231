import { ATTACHMENT_READING_NOTE, type AttachmentReading } from '@musubi/backend/contract/attachment-words';

/** Beside a file of which the search knows no more than its name: why. */
export function ReadingNote({ reading }: { reading: AttachmentReading }) {
  const note = ATTACHMENT_READING_NOTE[reading];
  return note && <span className="block text-dns-14N-130 text-solid-gray-700">{note}</span>;
}

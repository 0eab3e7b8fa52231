import type { Route } from 'next';
import { Link, LinkButton } from '@/ui/link';

/** The reply as the letter, and as files to work on with. */
export function ReplyFiles({ id, no }: { id: string; no: number }) {
  const address = (kind: string) => `/api/consultations/${id}/reply.${kind}?no=${no}` as Route;
  return (
    <div className="flex flex-wrap items-center gap-4">
      <LinkButton href={address('pdf')} variant="outline">
        PDFで見る
      </LinkButton>
      <Link href={address('docx')}>Wordで保存する</Link>
      <Link href={address('xlsx')}>Excelで保存する</Link>
    </div>
  );
}

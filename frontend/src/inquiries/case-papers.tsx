import type { KarteSheet } from '@musubi/backend/contract/karte';
import type { Route } from 'next';
import { Link } from '@/ui/link';
import { ReadingNote } from '@/ui/reading-note';
import { Moment } from '@/ui/time';

/** What came with the カルテ and after it: 添付資料 and 追記. */
export function CasePapers({ sheet: { attachments, additions } }: { sheet: KarteSheet }) {
  return (
    <>
      {attachments.length > 0 && (
        <section aria-labelledby="attachments">
          <h3 id="attachments" className="text-std-18B-160">
            添付資料
          </h3>
          <ul className="mt-2 grid gap-1">
            {attachments.map(({ id, name, reading }) => (
              <li key={id}>
                <Link href={`/api/attachments/${id}` as Route}>{name}</Link>
                <ReadingNote reading={reading} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {additions.length > 0 && (
        <section aria-labelledby="additions">
          <h3 id="additions" className="text-std-18B-160">
            追記
          </h3>
          <ul className="mt-2 grid gap-3">
            {additions.map(({ id, text, author, writtenAt }) => (
              <li key={id}>
                <p className="text-dns-14N-130 text-solid-gray-700">
                  <Moment value={writtenAt} />　{author}
                </p>
                <p className="whitespace-pre-wrap">{text}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

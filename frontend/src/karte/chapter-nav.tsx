import type { Chapter } from './chapters';

/** Where one is on a long sheet. */
export function ChapterNav({ chapters }: { chapters: readonly Chapter[] }) {
  return (
    <nav aria-label="目次" className="lg:sticky lg:top-6 lg:self-start">
      <ol className="flex flex-wrap gap-x-4 gap-y-1 lg:grid">
        {chapters.map(({ id, title, items }) => (
          <li key={id}>
            <a href={`#${id}`} className="text-blue-1000 underline underline-offset-4 hover:text-blue-900">
              {title}
            </a>
            <span className="ml-1 text-dns-14N-130 text-solid-gray-700 tabular-nums">
              {`${items[0]?.no}〜${items.at(-1)?.no}`}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

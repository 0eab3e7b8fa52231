import { ranges } from './shades';

/** What the shades mean. */
export function Legend({ most, colours }: { most: number; colours: readonly string[] }) {
  return (
    <ul aria-label="色の濃さと件数" className="flex flex-wrap gap-x-4 gap-y-1 text-dns-14N-130">
      {ranges(most).map(({ shade, label }) => (
        <li key={shade} className="flex items-center gap-1">
          <svg viewBox="0 0 16 16" className="size-4" aria-hidden>
            <rect width="16" height="16" className={`${colours[shade]} stroke-solid-gray-600`} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

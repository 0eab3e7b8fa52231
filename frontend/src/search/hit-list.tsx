import type { SearchHit, SearchKind } from '@musubi/backend/contract/search';
import { Link } from '@/ui/link';
import { Marked } from './marked';
import { placeOf } from './places';

export function HitList({ kind, items }: { kind: SearchKind; items: readonly SearchHit[] }) {
  return (
    <ul className="grid gap-4">
      {items.map((hit) => (
        <li key={hit.id} className="grid gap-1 border-b border-solid-gray-200 pb-4 last:border-b-0 last:pb-0">
          <p className="text-std-17B-170">
            <Link href={placeOf(kind, hit)}>
              <Marked stretches={hit.title} />
            </Link>
          </p>
          <p className="text-dns-14N-130 text-solid-gray-700">{hit.about.join('　')}</p>
          {hit.excerpt.length > 0 && (
            <p>
              <Marked stretches={hit.excerpt} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

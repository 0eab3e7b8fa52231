import type { MapArea } from '@musubi/backend/contract/map';
import type { Route } from 'next';
import { BACKGROUND } from './shades';

/** The municipalities of a prefecture in the order of their codes; those with something lead to it. */
export function AreaTiles({
  areas,
  whole,
  here,
  href,
}: {
  areas: readonly MapArea[];
  /** The prefecture itself, for what lies in no municipality of it. */
  whole: string;
  here: string | undefined;
  href: (area: MapArea) => Route;
}) {
  return (
    <ul aria-label="市区町村ごとの件数" className="grid grid-cols-2 gap-1 sm:grid-cols-4 lg:grid-cols-3">
      {areas.map((area) => (
        <li key={area.code}>
          <Tile
            area={area.code === whole ? { ...area, name: `${area.name}（全域）` } : area}
            current={area.code === here}
            href={href(area)}
          />
        </li>
      ))}
    </ul>
  );
}

const LOOK = 'flex min-h-11 items-center justify-between gap-2 rounded-4 border px-2 py-1';

function Tile({ area: { name, count, shade }, current, href }: { area: MapArea; current: boolean; href: Route }) {
  if (count === 0) {
    return (
      <span className={`${LOOK} border-solid-gray-200 text-solid-gray-700`}>
        {name}
        <span className="tabular-nums">
          0<span className="sr-only">件</span>
        </span>
      </span>
    );
  }
  return (
    <a
      href={href}
      aria-current={current ? 'true' : undefined}
      className={`${LOOK} ${BACKGROUND[shade]} border-solid-gray-600 text-blue-1000 underline underline-offset-4 hover:border-black aria-[current=true]:border-2 aria-[current=true]:border-blue-1000 aria-[current=true]:font-700`}
    >
      {name}
      <span className="font-700 tabular-nums">
        {count.toLocaleString('ja-JP')}
        <span className="sr-only">件</span>
      </span>
    </a>
  );
}

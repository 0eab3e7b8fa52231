import type { MapArea, MapShapes } from '@musubi/backend/contract/map';
import type { Route } from 'next';
import { FILL } from './shades';

/** The country by prefectures: each a link with its number. The table beside it says the same in words. */
export function CountryMap({
  shapes: { box, shapes, inset, credit },
  areas,
  href,
}: {
  shapes: MapShapes;
  areas: readonly MapArea[];
  href: (area: MapArea) => Route;
}) {
  const paths = new Map(shapes.map((shape) => [shape.code, shape]));
  const drawn = areas.flatMap((area) => {
    const shape = paths.get(area.code.slice(0, 2));
    return shape ? [{ area, shape }] : [];
  });
  return (
    <figure className="grid gap-2">
      <nav aria-label="都道府県の地図">
        <svg
          viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
          className="h-auto w-full rounded-12 border border-solid-gray-420 bg-solid-gray-50"
          aria-label="日本の都道府県"
        >
          <rect {...inset} className="fill-none stroke-solid-gray-420" strokeWidth={0.6} />
          {drawn.map(({ area, shape }) => (
            <a key={area.code} href={href(area)} aria-label={`${area.name} ${area.count}件`} className="group">
              <path
                d={shape.path}
                className={`${FILL[area.shade]} stroke-solid-gray-600 group-hover:stroke-black group-hover:stroke-2 group-focus:stroke-black group-focus:stroke-2`}
                strokeWidth={0.4}
              />
            </a>
          ))}
          {drawn
            .filter(({ area }) => area.count > 0)
            .map(({ area, shape }) => (
              <text
                key={area.code}
                {...shape.label}
                dy={3}
                fontSize={9}
                textAnchor="middle"
                aria-hidden
                strokeWidth={2.4}
                className="pointer-events-none fill-black stroke-white font-700 [paint-order:stroke]"
              >
                {area.count.toLocaleString('ja-JP')}
              </text>
            ))}
        </svg>
      </nav>
      <figcaption className="text-dns-14N-130 text-solid-gray-700">
        沖縄県は、枠の中に拡大して示しています。形は簡略で、小さな島と、小笠原諸島及び大東諸島は省いています。{credit}
      </figcaption>
    </figure>
  );
}

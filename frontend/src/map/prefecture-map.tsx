import type { MapArea, PrefectureShape } from '@musubi/backend/contract/map';
import type { Route } from 'next';
import { DOT } from './shades';

/** Of a dot, by its shade. */
const RADIUS = [1.8, 8, 9.5, 11, 12.5];
/** With more, names would lie upon each other; the tiles beside have them all. */
const NAMED_UP_TO = 12;
const NAME_SIZE = 11;
/** So near the edge a name would be cut off. */
const EDGE = 45;

type Place = PrefectureShape['places'][number] & { area: MapArea };

/**
 * A prefecture with a dot where each municipality has its office. It is for the eye and the pointer; the tiles beside
 * lead to the same places, by keyboard and by ear.
 */
export function PrefectureMap({
  shape: { box, path, insets, places, credit },
  name,
  areas,
  here,
  href,
}: {
  shape: PrefectureShape;
  name: string;
  areas: readonly MapArea[];
  here: string | undefined;
  href: (area: MapArea) => Route;
}) {
  const placed = places.flatMap((place) => {
    const area = areas.find(({ code }) => code === place.code);
    return area ? [{ ...place, area }] : [];
  });
  // The small lie above the large, where they can be reached.
  const filled = placed.filter(({ area }) => area.count > 0).toSorted((a, b) => b.area.count - a.area.count);
  return (
    <figure className="grid gap-2">
      <svg
        viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
        className="h-auto max-h-[80vh] w-full rounded-12 border border-solid-gray-420 bg-solid-gray-50"
        aria-hidden
      >
        <path d={path} className="fill-white stroke-solid-gray-600" strokeWidth={0.8} />
        {insets.map((inset) => (
          <rect
            key={`${inset.x} ${inset.y}`}
            {...inset}
            className="fill-none stroke-solid-gray-420"
            strokeWidth={0.8}
          />
        ))}
        {placed
          .filter(({ area }) => area.count === 0)
          .map(({ code, x, y }) => (
            <circle key={code} cx={x} cy={y} r={RADIUS[0]} className="fill-solid-gray-420" />
          ))}
        {filled.map((place) => (
          <Dot key={place.code} place={place} current={place.code === here} href={href(place.area)} />
        ))}
        {filled.length <= NAMED_UP_TO && filled.map((place) => <Name key={place.code} place={place} box={box} />)}
      </svg>
      <figcaption className="text-dns-14N-130 text-solid-gray-700">
        点は、市区町村の庁舎の位置です。{name}全域のものは、点を置かず一覧に示しています。
        {insets.length > 0 && '離れた島は、枠の中に移して示しています。'}
        形は簡略で、小さな島と飛び地は省いています。{credit}
      </figcaption>
    </figure>
  );
}

function Dot({ place: { x, y, area }, current, href }: { place: Place; current: boolean; href: Route }) {
  return (
    <a href={href} tabIndex={-1} className="group">
      <title>{`${area.name} ${area.count.toLocaleString('ja-JP')}件`}</title>
      <circle
        cx={x}
        cy={y}
        r={RADIUS[area.shade]}
        data-current={current || undefined}
        className={`${DOT[area.shade]} stroke-blue-1000 group-hover:stroke-black group-hover:stroke-3 data-[current]:stroke-4`}
        strokeWidth={1.2}
      />
      <text x={x} y={y} dy={4} fontSize={NAME_SIZE} textAnchor="middle" className="fill-black font-700">
        {area.count.toLocaleString('ja-JP')}
      </text>
    </a>
  );
}

function Name({ place: { x, y, area }, box }: { place: Place; box: PrefectureShape['box'] }) {
  const radius = RADIUS[area.shade] ?? 0;
  const isLow = y > box.y + box.height - EDGE;
  return (
    <text
      x={x}
      y={isLow ? y - radius - 4 : y + radius + NAME_SIZE}
      fontSize={NAME_SIZE}
      textAnchor={anchorOf(x - box.x, box.width)}
      strokeWidth={3}
      className="pointer-events-none fill-black stroke-white [paint-order:stroke]"
    >
      {area.name}
    </text>
  );
}

function anchorOf(fromLeft: number, width: number): 'start' | 'middle' | 'end' {
  if (fromLeft < EDGE) return 'start';
  return fromLeft > width - EDGE ? 'end' : 'middle';
}

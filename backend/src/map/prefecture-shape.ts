import type { PrefectureShape } from '../contract/map.js';
import { CREDIT } from './country-shapes.js';
import { type IslandGroup, islandGroups } from './island-groups.js';
import type { Prefecture } from './land.js';
import { type Box, boxOf, framed, type Point, pathOf, type Ring, simplified } from './outline.js';

/** The drawing of a prefecture, in its own units: the pixels of a small screen and a half. */
const LARGEST = { width: 480, height: 460 };
const LARGEST_INSET = { width: 230, height: 130 };
const SMALLEST_INSET = 56;
const MARGIN = 12;
const GAP = 12;
/** How much larger than the rest remote islands may be. */
const INSET_ZOOM = 1.5;
const TOLERANCE = 0.4;

/** A group of islands, moved into its frame. */
interface Piece extends IslandGroup {
  frame: Box;
}

/** One prefecture as large as a page allows; what lies far from the rest stands in frames below. */
export function prefectureShape({ rings, offices }: Prefecture): PrefectureShape {
  const [most, ...remote] = islandGroups(rings, offices);
  if (!most) throw new Error('a prefecture without municipalities');
  const scale = scaleOf(most, LARGEST);
  const main = drawn(most, scale, { x: 0, y: 0 });
  const insets: Piece[] = [];
  for (const group of remote) {
    const x = insets.reduce((sum, { frame }) => sum + frame.width + GAP, 0);
    const zoom = Math.min(scaleOf(group, LARGEST_INSET), scale * INSET_ZOOM);
    insets.push(drawn(group, zoom, { x, y: main.frame.height + GAP }, SMALLEST_INSET));
  }
  const pieces = [main, ...insets];
  return {
    box: framed(boxOf(pieces.map(({ frame }) => corners(frame))), GAP),
    path: pathOf(pieces.flatMap((piece) => piece.rings)),
    insets: insets.map(({ frame }) => frame),
    places: pieces.flatMap((piece) =>
      piece.offices.map(({ code, at: [x, y] }) => ({ code, x: tenth(x), y: tenth(y) })),
    ),
    credit: `${CREDIT}。庁舎の位置：localgovjp（CC0）`,
  };
}

const extent = ({ rings, offices }: IslandGroup): Box => boxOf([...rings, offices.map(({ at }) => at)]);

function scaleOf(group: IslandGroup, { width, height }: typeof LARGEST): number {
  const box = extent(group);
  return Math.min((width - 2 * MARGIN) / box.width, (height - 2 * MARGIN) / box.height);
}

function drawn(group: IslandGroup, scale: number, { x, y }: Pick<Box, 'x' | 'y'>, smallest = 0): Piece {
  const from = extent(group);
  const size = (length: number) => Math.ceil(Math.max(length * scale + 2 * MARGIN, smallest));
  const frame = { x, y, width: size(from.width), height: size(from.height) };
  const moved = ([atX, atY]: Point): Point => [
    x + frame.width / 2 + (atX - from.x - from.width / 2) * scale,
    y + frame.height / 2 + (atY - from.y - from.height / 2) * scale,
  ];
  return {
    frame,
    rings: group.rings.map((ring) => simplified(ring.map(moved), TOLERANCE)),
    offices: group.offices.map(({ code, at }) => ({ code, at: moved(at) })),
  };
}

const corners = ({ x, y, width, height }: Box): Ring => [
  [x, y],
  [x + width, y + height],
];
const tenth = (value: number): number => Math.round(value * 10) / 10;

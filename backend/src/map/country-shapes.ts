import type { MapShapes } from '../contract/map.js';
import type { Prefecture } from './land.js';
import { areaOf, type Box, boxOf, centreOf, framed, pathOf, type Ring, simplified } from './outline.js';
import { place } from './projection.js';

const APART = '47';

/** In units of the drawing, a twentieth of a degree. */
const TOLERANCE = 0.25;
const SMALLEST_ISLAND = 0.4;
const MARGIN = 4;
/** 沖縄 is drawn larger, in the empty corner of the sea. */
const INSET_SCALE = 1.6;
/** 小笠原 of 東京 and 大東 of 沖縄 would make everything else small. */
const FAR_SOUTH = place([0, 32])[1];
const FAR_EAST = place([131, 0])[0];

export const CREDIT = '地図：Natural Earthの図形を加工して作成';

/** Outlines of the 47 prefectures, light enough to stand in a page. */
export function countryShapes(land: readonly Prefecture[]): MapShapes {
  const outlines = land.map(({ number, rings }) => ({ number, rings: lightened(rings.filter(isNear)) }));
  const main = boxOf(outlines.filter(({ number }) => number !== APART).flatMap(({ rings }) => rings));
  const inset = { x: main.x, y: main.y, ...insetSize(outlines.find(({ number }) => number === APART)?.rings ?? []) };
  return {
    box: rounded(framed(main, MARGIN)),
    shapes: outlines.map(({ number, rings }) => shape(number, number === APART ? moved(rings, inset) : rings)),
    inset: rounded(inset),
    credit: CREDIT,
  };
}

const isNear = (ring: Ring): boolean => {
  const { x, y } = boxOf([ring]);
  return !(x > FAR_EAST && y > FAR_SOUTH);
};

/** Without what nobody sees at this size; the largest island always stays. */
function lightened([largest, ...others]: readonly Ring[]): Ring[] {
  const kept = [...(largest ? [largest] : []), ...others.filter((ring) => areaOf(ring) >= SMALLEST_ISLAND)];
  return kept.map((ring) => simplified(ring, TOLERANCE));
}

function shape(number: string, rings: readonly Ring[]): MapShapes['shapes'][number] {
  const [x, y] = centreOf(rings[0] ?? []);
  return { code: number, path: pathOf(rings), label: { x: Math.round(x), y: Math.round(y) } };
}

function insetSize(rings: readonly Ring[]): { width: number; height: number } {
  const { width, height } = boxOf(rings);
  return { width: width * INSET_SCALE + 2 * MARGIN, height: height * INSET_SCALE + 2 * MARGIN };
}

function moved(rings: readonly Ring[], to: Box): Ring[] {
  const from = boxOf(rings);
  const shift = (at: number, start: number, target: number) => (at - start) * INSET_SCALE + target + MARGIN;
  return rings.map((ring) => ring.map(([x, y]) => [shift(x, from.x, to.x), shift(y, from.y, to.y)] as const));
}

const rounded = ({ x, y, width, height }: Box): Box => ({
  x: Math.floor(x),
  y: Math.floor(y),
  width: Math.ceil(width),
  height: Math.ceil(height),
});

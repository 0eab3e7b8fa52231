import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { MapShapes } from '../contract/map.js';
import { AMAMI_SOUTH, islandsWithin, NORTHERN_TERRITORIES, place } from './islands.js';
import { areaOf, type Box, boxOf, centreOf, pathOf, type Ring, ringsOf, simplified } from './outline.js';

const { resolve } = createRequire(import.meta.url);

/** The prefectures in the order of their codes, as the source calls them. */
const PREFECTURES =
  `hokkaido aomori iwate miyagi akita yamagata fukushima ibaraki tochigi gunma saitama chiba tokyo kanagawa niigata toyama
  ishikawa fukui yamanashi nagano gifu shizuoka aichi mie shiga kyoto osaka hyogo nara wakayama tottori shimane okayama
  hiroshima yamaguchi tokushima kagawa ehime kochi fukuoka saga nagasaki kumamoto oita miyazaki kagoshima okinawa`.split(
    /\s+/,
  );
const HOKKAIDO = '01';
const KAGOSHIMA = '46';
const APART = '47';

/** Units of the source, which draws the country 438 wide. */
const TOLERANCE = 0.25;
const SMALLEST_ISLAND = 0.4;
const MARGIN = 4;
/** 沖縄 is drawn larger, in the empty corner of the sea. */
const INSET_SCALE = 1.8;

const CREDIT = '地図：svg-maps（Victor Cazanave、CC BY 4.0）及びNatural Earthの図形を加工して作成';

/** Outlines of the 47 prefectures, made once from the installed package: light enough to stand in a page. */
export function prefectureShapes(): MapShapes {
  const svg = readFileSync(resolve('@svg-maps/japan/japan.svg'), 'utf8');
  const drawn = new Map([...svg.matchAll(/id="(\w+)"[^>]*?\sd="([^"]+)"/g)].map(([, id = '', d = '']) => [id, d]));
  const rings = PREFECTURES.map((id, index): [string, Ring[]] => {
    const path = drawn.get(id);
    if (!path) throw new Error(`no outline of ${id}`);
    return [String(index + 1).padStart(2, '0'), ringsOf(path)];
  });
  const outlines = [...corrected(new Map(rings))].map(([number, own]) => ({ number, rings: lightened(own) }));
  const main = boxOf(outlines.filter(({ number }) => number !== APART).flatMap(({ rings }) => rings));
  const inset = { x: main.x, y: main.y, ...insetSize(outlines.find(({ number }) => number === APART)?.rings ?? []) };
  return {
    box: rounded(widened(main)),
    shapes: outlines.map(({ number, rings }) => shape(number, number === APART ? moved(rings, inset) : rings)),
    inset: rounded(inset),
    credit: CREDIT,
  };
}

/** Puts right what the source has wrong: 奄美 lies in 鹿児島, and 北方領土 is missing. */
function corrected(rings: Map<string, Ring[]>): Map<string, Ring[]> {
  const of = (number: string) => rings.get(number) ?? [];
  const isAmami = (ring: Ring) => boxOf([ring]).y < place([0, AMAMI_SOUTH])[1];
  const apart = of(APART);
  const north = islandsWithin(NORTHERN_TERRITORIES).map((ring) => ring.map(place));
  return new Map([
    ...rings,
    [APART, apart.filter((ring) => !isAmami(ring))],
    [KAGOSHIMA, [...of(KAGOSHIMA), ...apart.filter(isAmami)]],
    [HOKKAIDO, [...of(HOKKAIDO), ...north]],
  ]);
}

/** Without what nobody sees at this size; the largest island always stays. */
function lightened(rings: readonly Ring[]): Ring[] {
  const [largest, ...others] = rings.toSorted((a, b) => areaOf(b) - areaOf(a));
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

const widened = ({ x, y, width, height }: Box): Box => ({
  x: x - MARGIN,
  y: y - MARGIN,
  width: width + 2 * MARGIN,
  height: height + 2 * MARGIN,
});
const rounded = ({ x, y, width, height }: Box): Box => ({
  x: Math.floor(x),
  y: Math.floor(y),
  width: Math.ceil(width),
  height: Math.ceil(height),
});

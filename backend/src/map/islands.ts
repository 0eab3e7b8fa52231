import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Point, Ring } from './outline.js';

const { resolve } = createRequire(import.meta.url);

/** 択捉島, 国後島, 色丹島 and 歯舞群島, from west to east and from south to north. */
export const NORTHERN_TERRITORIES = { west: 145.35, south: 43.3, east: 149.2, north: 45.7 };
/** Between 沖永良部島 and 伊平屋島, in degrees north. */
export const AMAMI_SOUTH = 27.2;

/** The source draws in Mercator's projection; two capes of 北海道 say where and how large: 納沙布岬 and 宗谷岬. */
const EAST = { degrees: 145.82, x: 437 };
const NORTH = { degrees: 45.52, y: 0.3 };
const UNITS_PER_DEGREE = 19.72;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const mercator = (degrees: number): number => Math.log(Math.tan(Math.PI / 4 + radians(degrees) / 2));

/** Where a longitude and latitude lie in the drawing. */
export const place = ([longitude, latitude]: Point): Point => [
  EAST.x + (longitude - EAST.degrees) * UNITS_PER_DEGREE,
  NORTH.y + ((mercator(NORTH.degrees) - mercator(latitude)) * UNITS_PER_DEGREE) / radians(1),
];

interface Topology {
  arcs: [number, number][][];
  transform: { scale: [number, number]; translate: [number, number] };
}

/** The coasts of Natural Earth that close within a box: a line of a topology is a whole island there. */
export function islandsWithin({ west, south, east, north }: typeof NORTHERN_TERRITORIES): Ring[] {
  const { arcs, transform }: Topology = JSON.parse(readFileSync(resolve('world-atlas/countries-50m.json'), 'utf8'));
  const { scale, translate } = transform;
  const lines = arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): Point => {
      [x, y] = [x + dx, y + dy];
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  return lines.filter((line) => line.every(([x, y]) => x > west && x < east && y > south && y < north));
}

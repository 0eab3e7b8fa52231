import { readSeed } from '../platform/seed.js';
import type { Point, Ring } from './outline.js';
import { place } from './projection.js';

/** Where the office of a municipality or prefecture stands in the drawing. */
export interface Office {
  code: string;
  at: Point;
}

export interface Prefecture {
  /** The first two digits of its code. */
  number: string;
  /** The largest first. */
  rings: Ring[];
  offices: Office[];
}

interface Outlines {
  rows: { number: string; rings: number[][] }[];
}
interface Places {
  rows: [code: string, latitude: number, longitude: number][];
}

/** The prefectures in the order of their numbers, with the offices of their municipalities. */
export async function readLand(): Promise<Prefecture[]> {
  const [outlines, places] = await Promise.all([
    readSeed<Outlines>('reference/outlines.json'),
    readSeed<Places>('reference/places.json'),
  ]);
  const offices = places.rows.map(([code, latitude, longitude]) => ({ code, at: place([longitude, latitude]) }));
  return outlines.rows.map(({ number, rings }) => ({
    number,
    rings: rings.map(ringOf),
    offices: offices.filter(({ code }) => code.startsWith(number) && !isPrefecture(code)),
  }));
}

const isPrefecture = (code: string): boolean => code.slice(2, 5) === '000';

/** The file holds differences in thousandths of a degree. */
function ringOf(differences: readonly number[]): Ring {
  let [longitude, latitude] = [0, 0];
  const ring: Point[] = [];
  for (let i = 0; i + 1 < differences.length; i += 2) {
    longitude += differences[i] ?? 0;
    latitude += differences[i + 1] ?? 0;
    ring.push(place([longitude / 1000, latitude / 1000]));
  }
  return ring;
}

import { beforeAll, describe, expect, it } from '@jest/globals';
import { municipalityRows } from '../municipalities/municipality.rows.js';
import { readSeed } from '../platform/seed.js';
import { type Prefecture, readLand } from './land.js';
import { boxOf, distance, encloses } from './outline.js';
import { place } from './projection.js';

/** 北山村, a piece of 和歌山 between 三重 and 奈良; 座間味村 and 渡名喜村, on islands that the outlines lack. */
const OUTSIDE = ['304271', '473545', '473561'];
const NEAR_KM = 5;
const DEGREE_KM = 111.2;
const DEGREE = place([1, 0])[0] - place([0, 0])[0];

let land: Prefecture[];
let places: [code: string, latitude: number, longitude: number][];
beforeAll(async () => {
  land = await readLand();
  places = (await readSeed<{ rows: typeof places }>('reference/places.json')).rows;
});

const of = (number: string) => land.find((prefecture) => prefecture.number === number) as Prefecture;

describe('the offices', () => {
  it('are one of each municipality and prefecture of the reference data, and no other', () => {
    const codes = (municipalityRows().rows as { code: string }[]).map(({ code }) => code);
    expect(places.map(([code]) => code)).toEqual(codes.toSorted());
  });

  it('lie in their prefecture, or at its shore', () => {
    const outside = places.filter(([code, latitude, longitude]) => {
      const at = place([longitude, latitude]);
      const { rings } = of(code.slice(0, 2));
      if (rings.some((ring) => encloses(ring, at))) return false;
      const shores = rings.flatMap((ring) =>
        ring.map((from, i) => distance(at, from, ring[(i + 1) % ring.length] ?? at)),
      );
      const kilometres = (Math.min(...shores) / DEGREE) * DEGREE_KM * Math.cos((latitude * Math.PI) / 180);
      return kilometres > NEAR_KM;
    });
    expect(outside.map(([code]) => code)).toEqual(OUTSIDE);
  });
});

describe('the land', () => {
  it('is that of the 47 prefectures', () => {
    expect(land.map(({ number }) => Number(number))).toEqual(Array.from({ length: 47 }, (_, i) => i + 1));
    expect(land.every(({ rings, offices }) => rings.length > 0 && offices.length > 0)).toBe(true);
  });

  it('has 北方領土 in 北海道, east of 納沙布岬 and south of 宗谷岬', () => {
    const [cape] = place([145.82, 43.4]);
    const islands = of('01').rings.filter((ring) => boxOf([ring]).x > cape);
    expect(islands).toHaveLength(3);
    const kunashiri = of('01').rings.find((ring) => encloses(ring, place([145.86, 44.03])));
    expect(kunashiri).toBeDefined();
    const { x, y, width } = boxOf(islands);
    expect(x + width).toBeGreaterThan(place([148.5, 45])[0]);
    expect(y).toBeGreaterThan(place([0, 45.6])[1]);
  });

  it('has 奄美 in 鹿児島', () => {
    const [, tokunoshima] = place([128.9, 27.8]);
    expect(of('46').rings.filter((ring) => boxOf([ring]).y > tokunoshima - 10).length).toBeGreaterThanOrEqual(4);
    expect(of('47').rings.some((ring) => encloses(ring, place([128.95, 27.78])))).toBe(false);
  });
});

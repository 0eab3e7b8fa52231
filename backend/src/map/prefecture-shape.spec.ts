import { gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from '@jest/globals';
import type { PrefectureShape } from '../contract/map.js';
import { type Prefecture, readLand } from './land.js';
import { prefectureShape } from './prefecture-shape.js';

let land: Prefecture[];
let shapes: { number: string; shape: PrefectureShape }[];
beforeAll(async () => {
  land = await readLand();
  shapes = land.map((prefecture) => ({ number: prefecture.number, shape: prefectureShape(prefecture) }));
});

const contains = ({ x, y, width, height }: PrefectureShape['box'], place: { x: number; y: number }): boolean =>
  place.x > x && place.x < x + width && place.y > y && place.y < y + height;

it('draws every municipality once, inside the drawing', () => {
  const codes = shapes.map(({ shape: { box, places } }) =>
    places.filter((place) => contains(box, place)).map(({ code }) => code),
  );
  expect(codes.map((some) => some.toSorted())).toEqual(land.map(({ offices }) => offices.map(({ code }) => code)));
});

it('puts what lies far away into frames: 伊豆, 八丈 and 小笠原; 奄美; 先島, 大東 and 与那国', () => {
  const framed = shapes.map(({ number, shape }) => [number, shape.insets.length]);
  expect(framed.filter(([, insets]) => insets !== 0)).toEqual([
    ['13', 3],
    ['46', 1],
    ['47', 3],
  ]);
});

it('keeps a frame apart from the rest, with its islands inside', () => {
  const tokyo = shapes.find(({ number }) => number === '13')?.shape;
  const inside = tokyo?.insets.map((inset) =>
    tokyo.places.filter((place) => contains(inset, place)).map(({ code }) => code),
  );
  expect(inside).toEqual([
    ['133612', '133621', '133639', '133647', '133817', '133825'],
    ['134015', '134023'],
    ['134210'],
  ]);
});

it('is light enough to stand in a page', () => {
  const heavy = shapes.filter(({ shape }) => gzipSync(JSON.stringify(shape)).length > 8_000);
  expect(heavy.map(({ number }) => number)).toEqual([]);
});

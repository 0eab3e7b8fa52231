import { gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from '@jest/globals';
import { type Prefecture, readLand } from './land.js';
import { prefectureShape } from './prefecture-shape.js';

let land: Prefecture[];
beforeAll(async () => {
  land = await readLand();
});

it('draws every municipality once, inside the drawing', () => {
  for (const prefecture of land) {
    const { box, places } = prefectureShape(prefecture);
    expect(places.map(({ code }) => code).toSorted()).toEqual(prefecture.offices.map(({ code }) => code).toSorted());
    for (const { x, y } of places) {
      expect(x).toBeGreaterThan(box.x);
      expect(x).toBeLessThan(box.x + box.width);
      expect(y).toBeGreaterThan(box.y);
      expect(y).toBeLessThan(box.y + box.height);
    }
  }
});

it('puts what lies far away into frames: 伊豆, 八丈 and 小笠原; 奄美; 先島, 大東 and 与那国', () => {
  const framed = land.map((prefecture) => [prefecture.number, prefectureShape(prefecture).insets.length]);
  expect(framed.filter(([, insets]) => insets !== 0)).toEqual([
    ['13', 3],
    ['46', 1],
    ['47', 3],
  ]);
});

it('keeps a frame apart from the rest, with its islands inside', () => {
  const tokyo = land.find(({ number }) => number === '13') as Prefecture;
  const { insets, places } = prefectureShape(tokyo);
  const inside = insets.map(({ x, y, width, height }) =>
    places.filter((place) => place.x > x && place.x < x + width && place.y > y && place.y < y + height),
  );
  expect(inside.map((offices) => offices.map(({ code }) => code))).toEqual([
    ['133612', '133621', '133639', '133647', '133817', '133825'],
    ['134015', '134023'],
    ['134210'],
  ]);
});

it('is light enough to stand in a page', () => {
  for (const prefecture of land) {
    expect(gzipSync(JSON.stringify(prefectureShape(prefecture))).length).toBeLessThan(8_000);
  }
});

import { expect, it } from '@jest/globals';
import { areaOf, boxOf, centreOf, pathOf, ringsOf, simplified } from './outline.js';

const SQUARE = 'm 10,20 4,0 0,4 -4,0 z';

it('reads relative moves, the second ring from the start of the first', () => {
  expect(ringsOf(`${SQUARE} m 10.5,-0.5 1,0 0,1 z`)).toEqual([
    [
      [10, 20],
      [14, 20],
      [14, 24],
      [10, 24],
    ],
    [
      [20.5, 19.5],
      [21.5, 19.5],
      [21.5, 20.5],
    ],
  ]);
  expect(() => ringsOf('m 0,0 c 1,1 2,2 3,3 z')).toThrow('other commands');
});

it('writes what it read', () => {
  const rings = ringsOf(`${SQUARE} m 10.5,-0.5 1,0 0,1.3 z`);
  expect(pathOf(rings)).toBe('m10 20 4 0 0 4-4 0zm10.5-.5 1 0 0 1.3z');
  expect(ringsOf(pathOf(rings))).toEqual(rings);
});

it('knows box, area and centre', () => {
  const [square = []] = ringsOf(SQUARE);
  expect(boxOf([square])).toEqual({ x: 10, y: 20, width: 4, height: 4 });
  expect(areaOf(square)).toBe(16);
  expect(centreOf(square)).toEqual([12, 22]);
});

it('leaves out the points that change little', () => {
  const ring = ringsOf('m 0,0 5,0.1 5,-0.1 0,3 z')[0] ?? [];
  expect(simplified(ring, 0.2)).toEqual([
    [0, 0],
    [10, 0],
    [10, 3],
  ]);
  expect(simplified(ring, 0.05)).toEqual(ring);
});

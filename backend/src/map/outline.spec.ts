import { expect, it } from '@jest/globals';
import { areaOf, boxOf, centreOf, encloses, framed, pathOf, type Ring, simplified } from './outline.js';

const SQUARE: Ring = [
  [10, 20],
  [14, 20],
  [14, 24],
  [10, 24],
];

it('writes rings by relative lines, to a tenth', () => {
  const triangle: Ring = [
    [20.5, 19.5],
    [21.5, 19.5],
    [21.5, 20.83],
  ];
  expect(pathOf([SQUARE, triangle])).toBe('m10 20 4 0 0 4-4 0zm10.5-.5 1 0 0 1.3z');
});

it('knows box, area and centre', () => {
  expect(boxOf([SQUARE])).toEqual({ x: 10, y: 20, width: 4, height: 4 });
  expect(framed(boxOf([SQUARE]), 1)).toEqual({ x: 9, y: 19, width: 6, height: 6 });
  expect(areaOf(SQUARE)).toBe(16);
  expect(centreOf(SQUARE)).toEqual([12, 22]);
});

it('knows what lies inside', () => {
  const bay: Ring = [
    [0, 0],
    [6, 0],
    [6, 6],
    [3, 1],
    [0, 6],
  ];
  expect(encloses(bay, [1, 1])).toBe(true);
  expect(encloses(bay, [5, 2])).toBe(true);
  expect(encloses(bay, [3, 4])).toBe(false);
  expect(encloses(bay, [9, 1])).toBe(false);
});

it('leaves out the points that change little', () => {
  const ring: Ring = [
    [0, 0],
    [5, 0.1],
    [10, 0],
    [10, 3],
  ];
  expect(simplified(ring, 0.2)).toEqual([
    [0, 0],
    [10, 0],
    [10, 3],
  ]);
  expect(simplified(ring, 0.05)).toEqual(ring);
});

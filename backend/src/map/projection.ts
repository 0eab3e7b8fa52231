import type { Point } from './outline.js';

/** The drawing is in Mercator's projection, twenty units to a degree of longitude; its corner lies north-west of everything. */
const CORNER = { longitude: 122, latitude: 46 };
const UNITS_PER_DEGREE = 20;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const mercator = (degrees: number): number => Math.log(Math.tan(Math.PI / 4 + radians(degrees) / 2)) / radians(1);

/** Where a longitude and latitude lie in the drawing. */
export const place = ([longitude, latitude]: Point): Point => [
  (longitude - CORNER.longitude) * UNITS_PER_DEGREE,
  (mercator(CORNER.latitude) - mercator(latitude)) * UNITS_PER_DEGREE,
];

/** A point of a drawing. */
export type Point = readonly [x: number, y: number];
export type Ring = readonly Point[];

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function boxOf(rings: readonly Ring[]): Box {
  const points = rings.flat();
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** A box with a margin around. */
export const framed = ({ x, y, width, height }: Box, margin: number): Box => ({
  x: x - margin,
  y: y - margin,
  width: width + 2 * margin,
  height: height + 2 * margin,
});

/** Whether a point lies inside: a line from it crosses the ring an odd number of times. */
export function encloses(ring: Ring, [x, y]: Point): boolean {
  const crossed = ring.filter(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay];
    return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
  });
  return crossed.length % 2 === 1;
}

/** Twice the area, signed. */
const doubleArea = (ring: Ring): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);

export const areaOf = (ring: Ring): number => Math.abs(doubleArea(ring)) / 2;

export function centreOf(ring: Ring): Point {
  const whole = doubleArea(ring) * 3;
  let [sumX, sumY] = [0, 0];
  for (const [i, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    const cross = x * nextY - nextX * y;
    sumX += (x + nextX) * cross;
    sumY += (y + nextY) * cross;
  }
  return [sumX / whole, sumY / whole];
}

/** The fewest of its points from which no left-out point lies further than `tolerance` (Douglas and Peucker). */
export function simplified(ring: Ring, tolerance: number): Ring {
  const [first] = ring;
  const last = ring.at(-1);
  if (!first || !last || ring.length < 3) return ring;
  const distances = ring.map((point) => distance(point, first, last));
  const furthest = distances.indexOf(Math.max(...distances));
  if ((distances[furthest] ?? 0) <= tolerance) return [first, last];
  const head = simplified(ring.slice(0, furthest + 1), tolerance);
  return [...head.slice(0, -1), ...simplified(ring.slice(furthest), tolerance)];
}

/** From the stretch between two points. */
export function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** The rings as a path, to a tenth of a unit, by relative lines. */
export function pathOf(rings: readonly Ring[]): string {
  let [atX, atY] = [0, 0];
  return rings
    .map((ring) => {
      const [startX, startY] = ring[0] ?? [0, 0];
      const steps = ring.map(([x, y]) => {
        const [dx, dy] = [Math.round(x * 10) - atX, Math.round(y * 10) - atY];
        [atX, atY] = [atX + dx, atY + dy];
        return `${dx / 10} ${dy / 10}`;
      });
      [atX, atY] = [Math.round(startX * 10), Math.round(startY * 10)];
      return `m${steps.join(' ')}z`.replaceAll(' -', '-').replaceAll(/(?<!\d)0\./g, '.');
    })
    .join('');
}

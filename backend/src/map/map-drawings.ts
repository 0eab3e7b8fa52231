import type { MapShapes, PrefectureShape } from '../contract/map.js';
import { found } from '../platform/errors.js';
import { countryShapes } from './country-shapes.js';
import { type Prefecture, readLand } from './land.js';
import { prefectureShape } from './prefecture-shape.js';

/** What the map is drawn with: the country at the start, a prefecture when it is first asked for. */
export class MapDrawings {
  readonly country: MapShapes;
  private readonly drawn = new Map<string, PrefectureShape>();

  private constructor(private readonly land: readonly Prefecture[]) {
    this.country = countryShapes(land);
  }

  static async read(): Promise<MapDrawings> {
    return new MapDrawings(await readLand());
  }

  prefecture(number: string): PrefectureShape {
    const shape = this.drawn.get(number) ?? prefectureShape(found(this.land.find((one) => one.number === number)));
    this.drawn.set(number, shape);
    return shape;
  }
}

import type { Office } from './land.js';
import { boxOf, encloses, framed, type Point, type Ring } from './outline.js';

/** What is drawn in one frame: offices near each other, and the land that they stand on. */
export interface IslandGroup {
  offices: Office[];
  rings: Ring[];
}

/** In units of the drawing, some 5 km: 80 km between offices part 奄美 from 鹿児島, 大島 and 小笠原 from 東京. */
const NEAR_OFFICE = 17;
/** Islands without an office belong to what lies within some 40 km: 北方領土 one after the other to 根室. */
const NEAR_ISLAND = 9;

const between = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(ax - bx, ay - by);

/** The land of a prefecture in frames, that with the most offices first. */
export function islandGroups(rings: readonly Ring[], offices: readonly Office[]): IslandGroup[] {
  const groups: IslandGroup[] = [];
  for (const office of offices) {
    const own = rings.find((ring) => encloses(ring, office.at));
    const meets = (group: IslandGroup) =>
      (own !== undefined && group.rings.includes(own)) ||
      group.offices.some(({ at }) => between(at, office.at) < NEAR_OFFICE);
    const met = groups.filter(meets);
    for (const group of met) groups.splice(groups.indexOf(group), 1);
    groups.push({
      offices: [...met.flatMap((group) => group.offices), office],
      rings: [...new Set([...met.flatMap((group) => group.rings), ...(own ? [own] : [])])],
    });
  }
  const uninhabited = rings.filter((ring) => !groups.some((group) => group.rings.includes(ring)));
  for (const group of groups) addIslands(group, uninhabited);
  return groups.toSorted((a, b) => b.offices.length - a.offices.length);
}

/** Islands where nobody has an office, each next to one that is in the group already. */
function addIslands(group: IslandGroup, islands: readonly Ring[]): void {
  const left = new Set(islands);
  const shores: Ring[] = [group.offices.map(({ at }) => at), ...group.rings];
  for (const shore of shores) {
    for (const island of left) {
      if (!areNear(shore, island)) continue;
      left.delete(island);
      group.rings.push(island);
      shores.push(island);
    }
  }
}

function areNear(shore: Ring, island: Ring): boolean {
  const { x, y, width, height } = framed(boxOf([island]), NEAR_ISLAND);
  return shore.some(
    (point) =>
      point[0] > x &&
      point[0] < x + width &&
      point[1] > y &&
      point[1] < y + height &&
      island.some((other) => between(point, other) < NEAR_ISLAND),
  );
}

import type { Division, Ministry } from '../contract/ministries.js';
import { foldName, searchWords } from '../platform/fold.js';

export type DivisionRow = Omit<Division, 'path'> & { aliases: string[] };
export type MinistryRow = Omit<Ministry, 'divisions' | 'divisionCount' | 'allowedActions'>;

interface Branch {
  ministry: MinistryRow;
  divisions: (Division & { aliases: string[] })[];
}

/** Hangs the divisions on their ministries, each with its path, 局 before its 課. */
export function directory(ministries: readonly MinistryRow[], divisions: readonly DivisionRow[]): Branch[] {
  const children = new Map<string, DivisionRow[]>();
  for (const division of divisions) {
    const parent = division.parentId ?? division.ministryId;
    children.set(parent, [...(children.get(parent) ?? []), division]);
  }
  const below = (parent: string, path: readonly string[]): Branch['divisions'] =>
    (children.get(parent) ?? []).flatMap((division) => {
      const names = [...path, division.name];
      return [{ ...division, path: names.join(' ') }, ...below(division.id, names)];
    });
  return ministries.map((ministry) => ({ ministry, divisions: below(ministry.id, []) }));
}

/** The ministries so called with all their divisions, and of the others the divisions so called. */
export function search(branches: readonly Branch[], query: string): Branch[] {
  const words = searchWords(query);
  if (words.length === 0) return [...branches];
  return branches.flatMap(({ ministry, divisions }) => {
    const names = foldName(`${ministry.name} ${ministry.shortName} ${ministry.kana}`);
    if (words.every((word) => names.includes(word))) return [{ ministry, divisions }];
    const hits = divisions.filter(({ path, aliases }) => {
      const text = `${names} ${foldName(`${path} ${path.replaceAll(' ', '')} ${aliases.join(' ')}`)}`;
      return words.every((word) => text.includes(word));
    });
    return hits.length > 0 ? [{ ministry, divisions: hits }] : [];
  });
}

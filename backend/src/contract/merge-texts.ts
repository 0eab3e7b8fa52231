/**
 * What two people made of one text, line by line: what only one of them touched is taken from that one, and what both
 * inserted at one place stands there one after the other. Null where both changed the same lines differently: then
 * people have to choose. No schema here: the browser loads this.
 */
export function mergeTexts(base: string, mine: string, theirs: string): string | null {
  const [b, m, t] = [base, mine, theirs].map(linesOf) as [string[], string[], string[]];
  const [inMine, inTheirs] = [partners(b, m), partners(b, t)];
  const merged: string[] = [];
  let [i, j, k] = [0, 0, 0];
  for (let at = 0; at <= b.length; at++) {
    const kept = at < b.length && inMine[at] !== -1 && inTheirs[at] !== -1;
    if (at < b.length && !kept) continue;
    const [mineEnd, theirsEnd] = at < b.length ? [inMine[at] ?? 0, inTheirs[at] ?? 0] : [m.length, t.length];
    const part = mergePart(b.slice(i, at), m.slice(j, mineEnd), t.slice(k, theirsEnd));
    if (!part) return null;
    merged.push(...part, ...b.slice(at, at + 1));
    [i, j, k] = [at + 1, mineEnd + 1, theirsEnd + 1];
  }
  return merged.join('\n');
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));
const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((line, i) => line === b[i]);

function mergePart(base: string[], mine: string[], theirs: string[]): string[] | null {
  if (same(mine, theirs) || same(theirs, base)) return mine;
  if (same(mine, base)) return theirs;
  return base.length === 0 ? [...theirs, ...mine] : null;
}

/** For each line of `base` the line of `other` that is the same one (a longest common subsequence), or -1. */
function partners(base: readonly string[], other: readonly string[]): number[] {
  const width = other.length + 1;
  const longest = new Uint32Array((base.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = base.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      longest[i * width + j] = base[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found = base.map(() => -1);
  for (let i = 0, j = 0; i < base.length && j < other.length; ) {
    if (base[i] === other[j]) found[i++] = j++;
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return found;
}

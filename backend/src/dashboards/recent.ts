/** Nothing that is served is older (shared bench, W7). */
const OLDEST_MS = 5000;

/** Keeps what was made for each key for a few seconds, from when its making began. Who asks meanwhile gets the same. */
export class Recent<T> {
  private readonly kept = new Map<string, { since: number; value: Promise<T> }>();

  get(key: string, make: () => Promise<T>): Promise<T> {
    const now = performance.now();
    for (const [each, { since }] of this.kept) if (now - since >= OLDEST_MS) this.kept.delete(each);
    const kept = this.kept.get(key)?.value;
    if (kept) return kept;
    const value = make();
    this.kept.set(key, { since: now, value });
    // A failure is not kept: the next who asks tries again.
    value.catch(() => this.kept.get(key)?.value === value && this.kept.delete(key));
    return value;
  }
}

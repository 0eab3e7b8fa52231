/** Nothing that is served is older (shared bench, W7). */
const OLDEST_MS = 5000;

interface Made<T> {
  value: T;
  /** When its making began: that is how old it is. */
  since: number;
  /** How long the making took. */
  took: number;
}

/**
 * Keeps what was made for each key for a few seconds. It is made once for all who ask meanwhile, and made anew in good time
 * before it is too old, so that those who ask all the time never wait.
 */
export class Recent<T> {
  private readonly made = new Map<string, Made<T>>();
  private readonly making = new Map<string, Promise<T>>();

  get(key: string, make: () => Promise<T>): Promise<T> {
    const last = this.made.get(key);
    const age = last ? performance.now() - last.since : OLDEST_MS;
    if (!last || age >= OLDEST_MS) return this.makeOnce(key, make);
    // Whoever asks next sees the failure, if it lasts.
    if (age >= OLDEST_MS - 2 * last.took) this.makeOnce(key, make).catch(() => undefined);
    return Promise.resolve(last.value);
  }

  private makeOnce(key: string, make: () => Promise<T>): Promise<T> {
    const now = this.making.get(key);
    if (now) return now;
    const since = performance.now();
    const value = make()
      .then((value) => {
        for (const [each, old] of this.made) if (since - old.since >= OLDEST_MS) this.made.delete(each);
        this.made.set(key, { value, since, took: performance.now() - since });
        return value;
      })
      .finally(() => this.making.delete(key));
    this.making.set(key, value);
    return value;
  }
}

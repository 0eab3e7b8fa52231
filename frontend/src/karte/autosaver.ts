import type { StoredKarte } from '@musubi/backend/contract/karte';
import { type Content, sameContent } from './content';
import { safetyNet } from './safety-net';
import { saveKarte } from './save-karte';
import type { SaveStatus } from './save-status';
import type { SheetHome } from './sheet-home';

interface Stored {
  version: number;
  content: Content;
}

interface Sheet extends Stored {
  home: SheetHome;
  id: string;
  /** How it stands to begin with. */
  status: SaveStatus;
  /** What stands in the fields now. */
  read: () => Content;
  show: (status: SaveStatus) => void;
}

const QUIET_MS = 2000;
const RETRY_MS = 10_000;

/** Saves two seconds after the last change, and again when a broken line or an ended session is back. Loses nothing. */
export class Autosaver {
  version: number;
  /** What was stored when we last heard of it. */
  stored: Content;
  private status: SaveStatus;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<boolean> | undefined;
  private held = false;
  private savedAt: string | null = null;
  /** Whether the safety net holds something of this page; what an earlier page left there is not ours to clear. */
  private netted = false;

  constructor(private readonly sheet: Sheet) {
    this.version = sheet.version;
    this.stored = sheet.content;
    this.status = sheet.status;
  }

  /** Something was typed or chosen. */
  touch(): void {
    if (this.held || this.running || this.status.kind === 'stale') return;
    clearTimeout(this.timer);
    if (this.allStored) {
      this.settle();
      return;
    }
    if (!this.retries) this.show({ kind: 'unsaved' });
    this.later(QUIET_MS);
  }

  /** Saves now, unless somebody else's version waits to be looked at. Answers whether all is stored. */
  flush(): Promise<boolean> {
    clearTimeout(this.timer);
    if (this.status.kind === 'stale') return Promise.resolve(false);
    this.running ??= this.save().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** The line or the session may be back. */
  tryAgain(): void {
    if (this.retries) void this.flush();
  }

  /** A server action saves meanwhile: wait for `adopt` or `release`. */
  hold(): void {
    clearTimeout(this.timer);
    this.held = true;
  }

  /** This is stored now, by another way than ours. */
  adopt({ version, content }: Stored): void {
    this.held = false;
    this.version = version;
    this.stored = content;
    this.settle();
    this.touch();
  }

  /** The server action stored nothing. */
  release(): void {
    this.held = false;
    this.touch();
  }

  /** Somebody else saved; the person has to choose. */
  meet(current: StoredKarte): void {
    clearTimeout(this.timer);
    this.held = false;
    this.show({ kind: 'stale', current, mine: this.sheet.read(), base: this.stored });
  }

  /** The page is being left. Answers whether something would be lost, and keeps it on this machine. */
  leave(): boolean {
    if (this.allStored) return false;
    this.keep(this.sheet.read());
    return true;
  }

  end(): void {
    clearTimeout(this.timer);
  }

  private get allStored(): boolean {
    return sameContent(this.sheet.read(), this.stored);
  }

  private get retries(): boolean {
    return this.status.kind === 'signedOut' || this.status.kind === 'unreachable';
  }

  private async save(): Promise<boolean> {
    const content = this.sheet.read();
    if (sameContent(content, this.stored)) {
      this.settle();
      return true;
    }
    this.keep(content);
    this.show({ kind: 'saving' });
    const result = await saveKarte(this.sheet.home, this.sheet.id, this.version, content);
    if (result.kind === 'stale') {
      this.show({ ...result, mine: content, base: this.stored });
      return false;
    }
    if (result.kind !== 'saved') {
      this.show(result);
      if (this.retries) this.later(RETRY_MS);
      return false;
    }
    this.version = result.version;
    this.stored = content;
    if (!this.allStored) {
      this.show({ kind: 'unsaved' });
      this.later(QUIET_MS);
      return false;
    }
    this.savedAt = result.savedAt;
    this.settle();
    return true;
  }

  /** Fields and store are alike. */
  private settle(): void {
    if (this.netted) safetyNet.clear(this.sheet.id);
    this.netted = false;
    this.show({ kind: 'saved', at: this.savedAt });
  }

  private keep(content: Content): void {
    this.netted = true;
    safetyNet.keep(this.sheet.id, this.version, content);
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private show(status: SaveStatus): void {
    this.status = status;
    this.sheet.show(status);
  }
}

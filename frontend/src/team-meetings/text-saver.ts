import { mergeTexts } from '@musubi/backend/contract/merge-texts';
import type { SharedField, SharedText } from '@musubi/backend/contract/team-meetings';
import { saveText } from './save-text';

/** How a text stands in this browser. */
export type TextStatus =
  | { kind: 'saved'; at: string | null }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'merged'; by: string }
  | { kind: 'stale'; current: SharedText; mine: string }
  | { kind: 'refused'; message: string }
  | { kind: 'unreachable' };

interface Sheet {
  id: string;
  field: SharedField;
  stored: Pick<SharedText, 'version' | 'body'>;
  /** What stands in the field now. */
  read: () => string;
  write: (text: string) => void;
  show: (status: TextStatus, version: number) => void;
}

const QUIET_MS = 2000;
const RETRY_MS = 10_000;

/**
 * Saves a text two seconds after the last key, and takes in what others write meanwhile: line by line where that can be
 * done without asking, else both stand side by side until the person has chosen. Loses nothing.
 */
export class TextSaver {
  private version: number;
  /** What was stored when we last heard of it. */
  private base: string;
  /** What we last sent: it may be stored although no answer came. */
  private sent: string | null = null;
  private status: TextStatus = { kind: 'saved', at: null };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;

  constructor(private readonly sheet: Sheet) {
    this.version = sheet.stored.version;
    this.base = sheet.stored.body;
  }

  get unsaved(): boolean {
    return this.sheet.read() !== this.base;
  }

  /** Something was typed. */
  touch(): void {
    if (this.running || this.status.kind === 'stale') return;
    clearTimeout(this.timer);
    if (!this.unsaved) {
      this.show({ kind: 'saved', at: null });
      return;
    }
    if (this.status.kind !== 'unreachable') this.show({ kind: 'unsaved' });
    this.later(QUIET_MS);
  }

  /** How it stands in the house, heard by any way. */
  hear(current: SharedText): void {
    if (!this.running && current.version > this.version) this.meet(current);
  }

  /** The person has chosen between two texts. */
  choose(text: string): void {
    if (this.status.kind !== 'stale') return;
    this.take(this.status.current);
    this.sheet.write(text);
    this.show({ kind: 'unsaved' });
    void this.save();
  }

  end(): void {
    clearTimeout(this.timer);
  }

  private meet(current: SharedText): void {
    clearTimeout(this.timer);
    const mine = this.sheet.read();
    const base = current.body === this.sent ? current.body : this.base;
    const merged = mergeTexts(base, mine, current.body);
    if (merged === null) {
      this.show({ kind: 'stale', current, mine });
      return;
    }
    this.take(current);
    if (merged !== mine) this.sheet.write(merged);
    this.show(merged === mine ? { kind: 'saved', at: current.savedAt } : { kind: 'merged', by: current.savedBy });
    if (this.unsaved) this.later(QUIET_MS);
  }

  private take({ version, body }: SharedText): void {
    this.version = version;
    this.base = body;
  }

  private async save(): Promise<void> {
    const body = this.sheet.read();
    if (body === this.base || this.running) return;
    this.running = true;
    this.show({ kind: 'saving' });
    const result = await saveText(this.sheet.id, this.sheet.field, this.version, body);
    this.running = false;
    if (result.kind === 'stale') return this.meet(result.current);
    if (result.kind !== 'saved') {
      this.sent = body;
      this.show(result);
      return this.later(RETRY_MS);
    }
    this.version = result.version;
    this.base = body;
    this.show({ kind: 'saved', at: result.savedAt });
    this.touchAgain();
  }

  /** What was typed while it was saved. */
  private touchAgain(): void {
    if (!this.unsaved) return;
    this.show({ kind: 'unsaved' });
    this.later(QUIET_MS);
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), ms);
  }

  private show(status: TextStatus): void {
    this.status = status;
    this.sheet.show(status, this.version);
  }
}

import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { tokyoDay } from '../contract/calendar.js';
import type { DeadlineKind, OfficeCalendar } from '../contract/deadlines.js';
import { throughCuts } from '../platform/through-cuts.js';
import type { Almanac } from './almanac.js';
import { Clock } from './clock.js';
import { explain, startOf } from './explain.js';
import { readAlmanac } from './read-almanac.js';
import { addWorkdays, isWorkday, workdaysBetween } from './workdays.js';

/** What arrives later than this counts as received on the next business day, where no deadline rule says otherwise. */
export const CUT_OFF = '17:15';
const REREAD_EVERY_MS = 60_000;

/** Days and business days in Tokyo. The almanac is read at start and again every minute, so all processes follow an edit. */
@Injectable()
export class Calendar implements OnModuleInit, OnModuleDestroy {
  private read: Almanac | undefined;
  private readAt = 0;
  private timer: NodeJS.Timeout | undefined;
  private readonly log = new Logger('calendar');

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await throughCuts(() => this.reload());
    this.timer = setInterval(() => void this.follow(), REREAD_EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Reads anew. When that fails, what is known so far stays in force; the log and the health of the house tell. */
  async follow(): Promise<void> {
    try {
      await this.reload();
    } catch (error) {
      this.log.error('the holidays could not be read anew', error instanceof Error ? error.stack : error);
    }
  }

  /** How old what this process knows of the holidays is. */
  ageSeconds(): number {
    return Math.floor((performance.now() - this.readAt) / 1000);
  }

  async reload(db: DataSource | EntityManager = this.db): Promise<this> {
    this.read = await readAlmanac(db);
    this.readAt = performance.now();
    return this;
  }

  /** Reads again when another process has changed a holiday or a rule since. */
  async upTo(version: number, tx: EntityManager): Promise<void> {
    if (this.almanac.version < version) await this.reload(tx);
  }

  get almanac(): Almanac {
    if (!this.read) throw new Error('the calendar has not read its holidays: call reload() first');
    return this.read;
  }

  today(): string {
    return tokyoDay(this.clock.now());
  }

  /** Beyond the last year whose holidays are published, a date may still move. */
  isProvisional(day: string | null): boolean {
    return day !== null && day > this.almanac.horizon;
  }

  /** The holidays of the coming 14 months should be published: the state does so in February of the year before. */
  publishedTooShort(): boolean {
    const [year = 0, month = 0, date = 0] = this.today().split('-').map(Number);
    return this.almanac.horizon < new Date(Date.UTC(year, month - 1 + 14, date)).toISOString().slice(0, 10);
  }

  isWorkday(day: string, of: OfficeCalendar = 'desk'): boolean {
    return isWorkday(day, this.almanac.holidays(of));
  }

  addWorkdays(day: string, workdays: number, of: OfficeCalendar = 'desk'): string {
    return addWorkdays(day, workdays, this.almanac.holidays(of));
  }

  workdaysBetween(from: string, to: string, of: OfficeCalendar = 'desk'): number {
    return workdaysBetween(from, to, this.almanac.holidays(of));
  }

  /** The business day from which an instant counts: the day itself, or the next one after the cut-off or on a closed day. */
  startDay(instant: Date): string {
    return startOf(instant.toISOString(), CUT_OFF, this.almanac.holidays('desk')).day;
  }

  /** The day by which something is due that starts at this instant. */
  dueDay(instant: Date, kind: DeadlineKind): string {
    const rule = this.almanac.ruleOf(kind, tokyoDay(instant));
    const course = { startedAt: instant.toISOString(), turns: [] };
    return explain(course, rule, this.almanac.holidays(rule.calendar)).dueOn;
  }
}

import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { tokyoDay, tokyoTime } from '../contract/calendar.js';
import { Clock } from './clock.js';
import { addWorkdays, isWorkday, workdaysBetween } from './workdays.js';

/** What arrives later than this counts as received on the next business day. */
export const CUT_OFF = '17:15';
const REREAD_EVERY_MS = 60_000;

/** Days and business days in Tokyo. The holidays are read at start and again every minute, so all processes follow an edit. */
@Injectable()
export class Calendar implements OnModuleInit, OnModuleDestroy {
  private holidays: ReadonlySet<string> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.reload();
    // A failed reading leaves the holidays known so far in force.
    this.timer = setInterval(() => void this.reload().catch(() => this), REREAD_EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  async reload(): Promise<this> {
    const rows: { day: string }[] = await this.db.query('SELECT day::text AS day FROM holidays WHERE NOT cancelled');
    this.holidays = new Set(rows.map(({ day }) => day));
    return this;
  }

  today(): string {
    return tokyoDay(this.clock.now());
  }

  isWorkday(day: string): boolean {
    return isWorkday(day, this.known());
  }

  addWorkdays(day: string, workdays: number): string {
    return addWorkdays(day, workdays, this.known());
  }

  workdaysBetween(from: string, to: string): number {
    return workdaysBetween(from, to, this.known());
  }

  /** The business day a term counts from: the day of the instant, or the next one after the cut-off or on a closed day. */
  startDay(instant: Date): string {
    const late = tokyoTime(instant) > CUT_OFF && this.isWorkday(tokyoDay(instant));
    return this.addWorkdays(tokyoDay(instant), late ? 1 : 0);
  }

  /** The day by which something of so many business days is due, when it starts at this instant. */
  dueDay(instant: Date, workdays: number): string {
    return this.addWorkdays(this.startDay(instant), workdays);
  }

  private known(): ReadonlySet<string> {
    if (!this.holidays) throw new Error('the calendar has not read its holidays: call reload() first');
    return this.holidays;
  }
}

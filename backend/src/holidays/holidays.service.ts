import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import type {
  HolidayCalendar,
  HolidayDifference,
  HolidayFilter,
  HolidayInput,
  HolidayList,
} from '../contract/calendar.js';
import type { HolidayImport, Recount } from '../contract/deadlines.js';
import { AlmanacChanges } from '../deadlines/almanac-changes.js';
import { editRow } from '../events/edit-row.js';
import { record } from '../events/record.js';
import { type Actor, hasRole } from '../identity/actor.js';
import { authorize, invalid, sameVersion } from '../platform/errors.js';
import { HolidayEntity } from './holiday.entity.js';
import { daysInFile } from './holiday-file.js';
import { tableVersion, takeOver } from './holiday-import.js';

const mayKeepHolidays = (actor: Actor): boolean => hasRole(actor, 'admin');

/** The table behind the calendar. Every change takes the open deadlines with it, or only tells which it would. */
@Injectable()
export class HolidaysService {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
    private readonly changes: AlmanacChanges,
  ) {}

  async list(actor: Actor, { year }: HolidayFilter): Promise<HolidayList> {
    const wanted = year ?? Number(this.calendar.today().slice(0, 4));
    const items: HolidayList['items'] = await this.db.query(
      `SELECT calendar, day::text AS day, name, source, provisional, cancelled, version FROM holidays
       WHERE day BETWEEN make_date($1, 1, 1) AND make_date($1, 12, 31) ORDER BY day, calendar`,
      [wanted],
    );
    return {
      items,
      total: items.length,
      publishedUntil: this.calendar.almanac.horizon,
      publishedTooShort: this.calendar.publishedTooShort(),
      allowedActions: mayKeepHolidays(actor) ? ['create', 'update', 'end'] : [],
    };
  }

  /** Adds the day, corrects it, or brings back one that was struck out. */
  put(actor: Actor, day: string, { version, ...input }: HolidayInput, preview: boolean): Promise<Recount> {
    authorize(mayKeepHolidays(actor));
    const key = { calendar: input.calendar, day };
    const change = { ...input, cancelled: false };
    return this.changes.make(actor, { cause: 'holiday', preview }, async (tx) => {
      if (version > 0) return editRow(tx, actor, HolidayEntity, { type: 'holiday.update', key, version, change });
      const stored = await tx.findOneBy(HolidayEntity, key);
      if (stored) sameVersion(stored.version, version, stored);
      await tx.insert(HolidayEntity, { day, ...change, version: 2 });
      return record(tx, { type: 'holiday.create', subjectId: `${key.calendar}:${day}`, actor, data: change });
    });
  }

  /** Strikes the day out. The row stays, so that loading the reference data does not bring it back. */
  cancel(
    actor: Actor,
    key: { calendar: HolidayCalendar; day: string },
    version: number,
    preview: boolean,
  ): Promise<Recount> {
    authorize(mayKeepHolidays(actor));
    const change = { cancelled: true };
    return this.changes.make(actor, { cause: 'holiday', preview }, (tx) =>
      editRow(tx, actor, HolidayEntity, { type: 'holiday.cancel', key, version, change }),
    );
  }

  /**
   * Takes over the Cabinet Office's file, all of it or nothing.
   * @param apply the version of the table that the preview was made of; null: this is the preview
   * @throws DomainError conflict, with what the file changes now, when somebody changed the table since
   */
  async importFile(actor: Actor, file: string, apply: { seen: number | null } | null): Promise<HolidayImport> {
    authorize(mayKeepHolidays(actor));
    const days = daysInFile(Buffer.from(file, 'base64'));
    if (apply?.seen === null) throw invalid({ file: '先に「違いを確認する」を押して、違いを確認してください' });
    let compared: { seen: number; difference: HolidayDifference } | undefined;
    const recount = await this.changes.make(actor, { cause: 'holiday', preview: !apply }, async (tx) => {
      const seen = await tableVersion(tx);
      const difference = await takeOver(tx, days);
      compared = { seen, difference };
      if (apply) sameVersion(seen, apply.seen ?? 0, compared);
      const data = Object.fromEntries(Object.entries(difference).map(([name, what]) => [name, daysOf(what)]));
      await record(tx, { type: 'holiday.import', subjectId: 'holidays', actor, data });
    });
    if (!compared) throw new Error('the file was not compared');
    return { ...recount, ...compared };
  }
}

const daysOf = (what: number | readonly { day: string }[]) =>
  typeof what === 'number' ? what : what.map(({ day }) => day);

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import type { HolidayFilter, HolidayInput, HolidayList } from '../contract/calendar.js';
import { editRow } from '../events/edit-row.js';
import { record } from '../events/record.js';
import { type Actor, hasRole } from '../identity/actor.js';
import { authorize, sameVersion } from '../platform/errors.js';
import { HolidayEntity } from './holiday.entity.js';

const mayKeepHolidays = (actor: Actor): boolean => hasRole(actor, 'admin');

/** The table behind the calendar. Due dates already set stay; new ones follow the table. */
@Injectable()
export class HolidaysService {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  async list(actor: Actor, { year }: HolidayFilter): Promise<HolidayList> {
    const wanted = year ?? Number(this.calendar.today().slice(0, 4));
    const items: HolidayList['items'] = await this.db.query(
      `SELECT day::text AS day, name, source, provisional, cancelled, version FROM holidays
       WHERE day BETWEEN make_date($1, 1, 1) AND make_date($1, 12, 31) ORDER BY day`,
      [wanted],
    );
    return { items, total: items.length, allowedActions: mayKeepHolidays(actor) ? ['create', 'update', 'end'] : [] };
  }

  /** Adds the day, corrects it, or brings back one that was struck out. */
  async put(actor: Actor, day: string, { version, ...input }: HolidayInput): Promise<void> {
    authorize(mayKeepHolidays(actor));
    const change = { ...input, cancelled: false };
    await this.db.transaction(async (tx) => {
      if (version > 0) {
        await editRow(tx, actor, HolidayEntity, { type: 'holiday.update', key: { day }, version, change });
        return;
      }
      const stored = await tx.findOneBy(HolidayEntity, { day });
      if (stored) sameVersion(stored.version, version, stored);
      await tx.insert(HolidayEntity, { day, ...change, version: 2 });
      await record(tx, { type: 'holiday.create', subjectId: day, actor, data: change });
    });
    await this.calendar.reload();
  }

  /** Strikes the day out. The row stays, so that loading the reference data does not bring it back. */
  async cancel(actor: Actor, day: string, version: number): Promise<void> {
    authorize(mayKeepHolidays(actor));
    const change = { cancelled: true };
    await this.db.transaction((tx) =>
      editRow(tx, actor, HolidayEntity, { type: 'holiday.cancel', key: { day }, version, change }),
    );
    await this.calendar.reload();
  }
}

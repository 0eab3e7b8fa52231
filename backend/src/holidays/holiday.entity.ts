import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HolidayCalendar } from '../contract/calendar.js';

/** A day on which 行政機関 are closed beyond weekends and the year's end. */
@Entity('holidays')
export class HolidayEntity {
  @PrimaryColumn('text') calendar!: HolidayCalendar;
  @PrimaryColumn('date') day!: string;
  @Column('text') name!: string;
  @Column('text') source!: string;
  @Column('boolean') provisional!: boolean;
  @Column('boolean') cancelled!: boolean;
  @Column('integer') version!: number;
}

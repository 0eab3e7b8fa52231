import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day on which 行政機関 are closed beyond weekends and the year's end. */
@Entity('holidays')
export class HolidayEntity {
  @PrimaryColumn('date') day!: string;
  @Column('text') name!: string;
  @Column('text') source!: string;
  @Column('boolean') provisional!: boolean;
  @Column('boolean') cancelled!: boolean;
  @Column('integer') version!: number;
}

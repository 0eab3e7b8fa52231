import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { CalendarEntry, Criterion, RoundState } from '../contract/rounds.js';
import type { Settings } from '../matching/settings.js';

/** A round of 伴走支援: one 年度 from its two calls to the end of the teams. */
@Entity('rounds')
export class RoundEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('int', { name: 'fiscal_year' }) fiscalYear!: number;
  @Column('text') name!: string;
  /** Assigned only by advance-round.ts. */
  @Column('text') state!: RoundState;
  @Column('timestamptz', { name: 'state_since' }) stateSince!: Date;
  /** Towns to be chosen at most. */
  @Column('int') places!: number;
  /** Towns with as many inhabitants or more may not apply. */
  @Column('int', { name: 'population_limit' }) populationLimit!: number;
  /** Reviewers of each application at least. */
  @Column('int') reviewers!: number;
  @Column('jsonb') criteria!: Criterion[];
  /** From so many years on, a field counts as 2, and as 3, for the matching. */
  @Column('int', { name: 'skill_years', array: true }) skillYears!: number[];
  @Column('int', { name: 'team_size' }) teamSize!: number;
  @Column('jsonb') matching!: Settings;
  @Column('jsonb') calendar!: CalendarEntry[];
  @Column('int') version!: number;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Job } from '../platform/jobs/job.js';
import { violations } from './invariants.js';

/** Looks every hour for what must never be true, and says so in the log. */
@Injectable()
export class CheckInvariants implements Job {
  readonly name = 'check-invariants';
  readonly schedule = '12 * * * *';
  private readonly log = new Logger('invariants');

  constructor(private readonly db: DataSource) {}

  async run(): Promise<void> {
    for (const violation of await violations(this.db)) this.log.error(violation);
  }
}

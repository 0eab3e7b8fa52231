import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditQueries } from './audit.queries.js';
import { CheckInvariants } from './check-invariants.job.js';
import { HealthController } from './health.controller.js';

@Module({ controllers: [AuditController, HealthController], providers: [AuditQueries, CheckInvariants] })
export class AuditModule {}

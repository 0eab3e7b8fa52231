import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditQueries } from './audit.queries.js';
import { CheckInvariants } from './check-invariants.job.js';
import { HealthController } from './health.controller.js';
import { QueueController } from './queue.controller.js';
import { QueueService } from './queue.service.js';

@Module({
  controllers: [AuditController, HealthController, QueueController],
  providers: [AuditQueries, CheckInvariants, QueueService],
})
export class AuditModule {}

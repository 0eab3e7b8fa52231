import { Module } from '@nestjs/common';
import { GoodPracticesModule } from '../good-practices/good-practices.module.js';
import { RoutingModule } from '../routing/routing.module.js';
import { AskSupportService } from './ask-support.service.js';
import { SupportHintQueries } from './hints.queries.js';
import { SupportController } from './support.controller.js';
import { SupportQueries } from './support.queries.js';
import { SupportService } from './support.service.js';
import { SupportSettingsService } from './support-settings.service.js';
import { TeamSupportController } from './team-support.controller.js';
import { TellOfSupport } from './tell-of-support.job.js';
import { UsageQueries } from './usage.queries.js';

@Module({
  imports: [GoodPracticesModule, RoutingModule],
  controllers: [TeamSupportController, SupportController],
  providers: [
    AskSupportService,
    SupportHintQueries,
    SupportQueries,
    SupportService,
    SupportSettingsService,
    TellOfSupport,
    UsageQueries,
  ],
  exports: [TellOfSupport],
})
export class BackOfficeModule {}

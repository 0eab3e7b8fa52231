import { Module } from '@nestjs/common';
import { FormsModule } from '../forms/forms.module.js';
import { AdvanceApplication } from './advance-application.js';
import { ApplicationQueries } from './application.queries.js';
import { ApplicationsController } from './applications.controller.js';
import { ApplicationsService } from './applications.service.js';
import { ConsentsController } from './consents.controller.js';
import { Consents } from './consents.js';
import { RoundMatchingController } from './round-matching.controller.js';
import { RoundMatchingQueries } from './round-matching.queries.js';
import { SubmitApplicationService } from './submit.service.js';
import { WatchCalls } from './watch-calls.job.js';

@Module({
  imports: [FormsModule],
  controllers: [ApplicationsController, ConsentsController, RoundMatchingController],
  providers: [
    AdvanceApplication,
    ApplicationQueries,
    ApplicationsService,
    Consents,
    RoundMatchingQueries,
    SubmitApplicationService,
    WatchCalls,
  ],
  exports: [AdvanceApplication, WatchCalls],
})
export class ApplicationsModule {}

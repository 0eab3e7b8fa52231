import { Module } from '@nestjs/common';
import { DivisionQueries } from './division.queries.js';
import { DivisionHandOverService } from './division-hand-over.service.js';
import { HandOversController } from './hand-overs.controller.js';
import { Leaving } from './leaving.js';
import { LookedAfterQueries } from './looked-after.queries.js';
import { PersonHandOverService } from './person-hand-over.service.js';
import { StopLeavers } from './stop-leavers.job.js';

@Module({
  controllers: [HandOversController],
  providers: [
    LookedAfterQueries,
    PersonHandOverService,
    Leaving,
    StopLeavers,
    DivisionQueries,
    DivisionHandOverService,
  ],
})
export class HandOversModule {}

import { Global, Module } from '@nestjs/common';
import { FormsModule } from '../forms/forms.module.js';
import { AdvanceRound } from './advance-round.js';
import { RoundQueries } from './round.queries.js';
import { RoundsController } from './rounds.controller.js';
import { RoundsService } from './rounds.service.js';

@Global()
@Module({
  imports: [FormsModule],
  controllers: [RoundsController],
  providers: [AdvanceRound, RoundQueries, RoundsService],
  exports: [AdvanceRound],
})
export class RoundsModule {}

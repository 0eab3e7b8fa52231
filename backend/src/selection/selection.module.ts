import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.js';
import { DecisionsService } from './decisions.service.js';
import { OutcomeLetters } from './letters.service.js';
import { ReviewsService } from './reviews.service.js';
import { SelectionController } from './selection.controller.js';
import { SelectionQueries } from './selection.queries.js';

@Module({
  imports: [ApplicationsModule],
  controllers: [SelectionController],
  providers: [DecisionsService, OutcomeLetters, ReviewsService, SelectionQueries],
})
export class SelectionModule {}

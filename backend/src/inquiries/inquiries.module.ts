import { Module } from '@nestjs/common';
import { RoutingModule } from '../routing/routing.module.js';
import { AnsweringService } from './answering.service.js';
import { AskingService } from './asking.service.js';
import { CancelInquiriesOfWithdrawn } from './cancel-withdrawn.job.js';
import { DeskInquiriesController } from './desk.controller.js';
import { DeskService } from './desk.service.js';
import { EarlierAnswers } from './earlier-answers.js';
import { ExplanationsController } from './explanations.controller.js';
import { ExplanationQueries } from './explanations.queries.js';
import { InquiriesController } from './inquiries.controller.js';
import { InquiryQueries } from './inquiry.queries.js';
import { MinistryService } from './ministry.service.js';
import { Moves } from './moves.js';
import { QuestionsService } from './questions.service.js';

@Module({
  imports: [RoutingModule],
  controllers: [InquiriesController, DeskInquiriesController, ExplanationsController],
  providers: [
    Moves,
    AskingService,
    DeskService,
    MinistryService,
    AnsweringService,
    QuestionsService,
    InquiryQueries,
    EarlierAnswers,
    ExplanationQueries,
    CancelInquiriesOfWithdrawn,
  ],
  exports: [CancelInquiriesOfWithdrawn],
})
export class InquiriesModule {}

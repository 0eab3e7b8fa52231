import { Global, Module } from '@nestjs/common';
import { FormsModule } from '../forms/forms.module.js';
import { AdditionsService } from './additions.service.js';
import { Advance } from './advance.js';
import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsService } from './attachments.service.js';
import { BoardQueries } from './board.queries.js';
import { CloseBySilence } from './close-by-silence.job.js';
import { ConsultationQueries } from './consultation.queries.js';
import { ConsultationsController } from './consultations.controller.js';
import { DetailQueries } from './detail.queries.js';
import { HistoryQueries } from './history.queries.js';
import { KarteController } from './karte.controller.js';
import { KarteQueries } from './karte.queries.js';
import { KarteService } from './karte.service.js';
import { KarteCreateService } from './karte-create.service.js';
import { KarteOptionsQueries } from './karte-options.queries.js';
import { MergeService } from './merge.service.js';
import { Names } from './names.js';
import { NotesService } from './notes.service.js';
import { ReopeningService } from './reopening.service.js';
import { StepsController } from './steps.controller.js';
import { StepsService } from './steps.service.js';
import { SubmitController } from './submit.controller.js';
import { SubmitService } from './submit.service.js';
import { TriageController } from './triage.controller.js';
import { TriageService } from './triage.service.js';
import { WorkQueries } from './work.queries.js';

@Global()
@Module({
  imports: [FormsModule],
  controllers: [
    KarteController,
    SubmitController,
    AttachmentsController,
    ConsultationsController,
    StepsController,
    TriageController,
  ],
  providers: [
    Advance,
    CloseBySilence,
    KarteCreateService,
    KarteService,
    KarteQueries,
    KarteOptionsQueries,
    SubmitService,
    AdditionsService,
    AttachmentsService,
    BoardQueries,
    ConsultationQueries,
    DetailQueries,
    HistoryQueries,
    MergeService,
    Names,
    NotesService,
    ReopeningService,
    StepsService,
    TriageService,
    WorkQueries,
  ],
  exports: [Advance, CloseBySilence],
})
export class ConsultationsModule {}

import { Global, Module } from '@nestjs/common';
import { FormsModule } from '../forms/forms.module.js';
import { AdditionsService } from './additions.service.js';
import { Advance } from './advance.js';
import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsService } from './attachments.service.js';
import { CloseBySilence } from './close-by-silence.job.js';
import { KarteController } from './karte.controller.js';
import { KarteQueries } from './karte.queries.js';
import { KarteService } from './karte.service.js';
import { KarteCreateService } from './karte-create.service.js';
import { SubmitController } from './submit.controller.js';
import { SubmitService } from './submit.service.js';

@Global()
@Module({
  imports: [FormsModule],
  controllers: [KarteController, SubmitController, AttachmentsController],
  providers: [
    Advance,
    CloseBySilence,
    KarteCreateService,
    KarteService,
    KarteQueries,
    SubmitService,
    AdditionsService,
    AttachmentsService,
  ],
  exports: [Advance, CloseBySilence],
})
export class ConsultationsModule {}

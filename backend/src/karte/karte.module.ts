import { Module } from '@nestjs/common';
import { FormsModule } from '../forms/forms.module.js';
import { AdditionsService } from './additions.service.js';
import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsService } from './attachments.service.js';
import { FileReader } from './file-texts/file-reader.js';
import { ReadAttachments } from './file-texts/read-attachments.job.js';
import { KarteController } from './karte.controller.js';
import { KarteQueries } from './karte.queries.js';
import { KarteService } from './karte.service.js';
import { KarteCreateService } from './karte-create.service.js';
import { KarteOptionsQueries } from './karte-options.queries.js';
import { SubmitController } from './submit.controller.js';
import { SubmitService } from './submit.service.js';

@Module({
  imports: [FormsModule],
  controllers: [AttachmentsController, KarteController, SubmitController],
  providers: [
    AdditionsService,
    AttachmentsService,
    FileReader,
    ReadAttachments,
    KarteQueries,
    KarteService,
    KarteCreateService,
    KarteOptionsQueries,
    SubmitService,
  ],
})
export class KarteModule {}

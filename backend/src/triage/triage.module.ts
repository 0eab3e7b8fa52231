import { Module } from '@nestjs/common';
import { FormsModule } from '../forms/forms.module.js';
import { MergeService } from './merge.service.js';
import { NotesService } from './notes.service.js';
import { ReopeningService } from './reopening.service.js';
import { StepsController } from './steps.controller.js';
import { StepsService } from './steps.service.js';
import { TriageController } from './triage.controller.js';
import { TriageService } from './triage.service.js';

@Module({
  imports: [FormsModule],
  controllers: [StepsController, TriageController],
  providers: [MergeService, NotesService, ReopeningService, StepsService, TriageService],
})
export class TriageModule {}

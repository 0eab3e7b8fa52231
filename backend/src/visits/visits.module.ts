import { Module } from '@nestjs/common';
import { NotesService } from './notes.service.js';
import { PhotosController } from './photos.controller.js';
import { PhotosService } from './photos.service.js';
import { VisitQueries } from './visit.queries.js';
import { VisitsController } from './visits.controller.js';
import { VisitsService } from './visits.service.js';

@Module({
  controllers: [VisitsController, PhotosController],
  providers: [VisitQueries, VisitsService, NotesService, PhotosService],
})
export class VisitsModule {}

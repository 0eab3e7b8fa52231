import { Module } from '@nestjs/common';
import { ContactQueries } from './contact.queries.js';
import { ContactsController } from './contacts.controller.js';
import { ContactsService } from './contacts.service.js';
import { DivisionsController } from './divisions.controller.js';
import { DivisionsService } from './divisions.service.js';
import { MinistriesController } from './ministries.controller.js';
import { MinistriesService } from './ministries.service.js';
import { MinistryQueries } from './ministry.queries.js';

@Module({
  controllers: [MinistriesController, DivisionsController, ContactsController],
  providers: [MinistryQueries, MinistriesService, DivisionsService, ContactQueries, ContactsService],
  exports: [MinistryQueries],
})
export class MinistriesModule {}

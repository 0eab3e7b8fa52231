import { Module } from '@nestjs/common';
import { DeliveriesController } from './deliveries.controller.js';
import { DeliveryQueries } from './delivery.queries.js';
import { NoticeQueries } from './notice.queries.js';
import { NoticeChoices } from './notice-choices.service.js';
import { NoticesController } from './notices.controller.js';
import { UndeliveredController } from './undelivered.controller.js';
import { UndeliveredMails } from './undelivered.js';

/** What is read and chosen of notices and mails; making and sending them is the worker's (`notifications.module.ts`). */
@Module({
  controllers: [NoticesController, DeliveriesController, UndeliveredController],
  providers: [NoticeQueries, NoticeChoices, DeliveryQueries, UndeliveredMails],
})
export class NoticesModule {}

import { Module } from '@nestjs/common';
import { ApprovalsService } from './approvals.service.js';
import { DownloadsService } from './downloads.service.js';
import { DraftsService } from './drafts.service.js';
import { MeasuresService } from './measures.service.js';
import { OpenDrafts } from './open-drafts.js';
import { RenderReply } from './render-reply.job.js';
import { RepliesController } from './replies.controller.js';
import { ReplyQueries } from './reply.queries.js';
import { ReplyDocuments } from './reply-documents.js';
import { ReplySettingsController } from './reply-settings.controller.js';
import { ReplySettingsService } from './reply-settings.service.js';
import { WorkshopQueries } from './workshop.queries.js';

@Module({
  controllers: [RepliesController, ReplySettingsController],
  providers: [
    ReplyQueries,
    WorkshopQueries,
    DraftsService,
    MeasuresService,
    OpenDrafts,
    ApprovalsService,
    DownloadsService,
    ReplyDocuments,
    RenderReply,
    ReplySettingsService,
  ],
})
export class RepliesModule {}

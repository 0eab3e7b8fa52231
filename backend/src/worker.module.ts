import { Module } from '@nestjs/common';
import { AppModule } from './app.module.js';
import { RelayEvents } from './events/relay-events.job.js';
import { RetryFailed } from './events/retry-failed.job.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';

/** What the worker has beyond the features: the queue, the relay, the post. */
@Module({ imports: [AppModule, JobsModule, NotificationsModule], providers: [RelayEvents, RetryFailed] })
export class WorkerModule {}

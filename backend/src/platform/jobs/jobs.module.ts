import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Queue } from 'bullmq';
import type { Config } from '../config.js';
import { CONFIG } from '../platform.module.js';
import { openQueue } from './queue.js';

/** Gives every feature the `Queue`. */
@Global()
@Module({
  providers: [
    {
      provide: Queue,
      inject: [CONFIG],
      useFactory: (config: Config) => openQueue(config),
    },
  ],
  exports: [Queue],
})
export class JobsModule implements OnApplicationShutdown {
  constructor(private readonly queue: Queue) {}

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close();
  }
}

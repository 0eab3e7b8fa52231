import { Global, Module } from '@nestjs/common';
import { readConfig } from './config.js';

/** The checked configuration, as read from the environment. */
export const CONFIG = Symbol('Config');

@Global()
@Module({
  providers: [{ provide: CONFIG, useFactory: () => readConfig() }],
  exports: [CONFIG],
})
export class PlatformModule {}

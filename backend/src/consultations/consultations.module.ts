import { Global, Module } from '@nestjs/common';
import { Advance } from './advance.js';
import { CloseBySilence } from './close-by-silence.job.js';

@Global()
@Module({ providers: [Advance, CloseBySilence], exports: [Advance, CloseBySilence] })
export class ConsultationsModule {}

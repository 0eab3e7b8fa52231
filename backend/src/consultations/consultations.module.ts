import { Global, Module } from '@nestjs/common';
import { Advance } from './advance.js';

@Global()
@Module({ providers: [Advance], exports: [Advance] })
export class ConsultationsModule {}

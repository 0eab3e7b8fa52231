import { Global, Module } from '@nestjs/common';
import { Tallies } from './tallies.js';

@Global()
@Module({ providers: [Tallies], exports: [Tallies] })
export class TalliesModule {}

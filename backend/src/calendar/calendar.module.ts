import { Global, Module } from '@nestjs/common';
import { Calendar } from './calendar.js';
import { Clock } from './clock.js';

@Global()
@Module({ providers: [Clock, Calendar], exports: [Clock, Calendar] })
export class CalendarModule {}

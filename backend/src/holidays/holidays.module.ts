import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../deadlines/deadlines.module.js';
import { HolidaysController } from './holidays.controller.js';
import { HolidaysService } from './holidays.service.js';

@Module({ imports: [DeadlinesModule], controllers: [HolidaysController], providers: [HolidaysService] })
export class HolidaysModule {}

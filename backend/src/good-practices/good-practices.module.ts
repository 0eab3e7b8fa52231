import { Module } from '@nestjs/common';
import { GoodPracticeQueries } from './good-practice.queries.js';
import { GoodPracticesController } from './good-practices.controller.js';

@Module({ controllers: [GoodPracticesController], providers: [GoodPracticeQueries], exports: [GoodPracticeQueries] })
export class GoodPracticesModule {}

import { Module } from '@nestjs/common';
import { AlmanacChanges } from './almanac-changes.js';
import { RulesController } from './rules.controller.js';
import { RulesService } from './rules.service.js';

@Module({ controllers: [RulesController], providers: [AlmanacChanges, RulesService], exports: [AlmanacChanges] })
export class DeadlinesModule {}

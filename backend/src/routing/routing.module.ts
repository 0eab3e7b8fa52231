import { Module } from '@nestjs/common';
import { SuggestionsController } from './suggestions.controller.js';
import { SuggestionsQueries } from './suggestions.queries.js';

@Module({ controllers: [SuggestionsController], providers: [SuggestionsQueries] })
export class RoutingModule {}

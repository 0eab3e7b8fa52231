import { Module } from '@nestjs/common';
import { GoodPracticesModule } from '../good-practices/good-practices.module.js';
import { AcceptanceController } from './acceptance.controller.js';
import { AcceptanceQueries } from './acceptance.queries.js';
import { ChoicesQueries } from './choices.queries.js';
import { ChoicesService } from './choices.service.js';
import { HintsController } from './hints.controller.js';
import { HintsQueries } from './hints.queries.js';
import { KnowledgeController } from './knowledge.controller.js';
import { KnowledgeQueries } from './knowledge.queries.js';
import { KnowledgeService } from './knowledge.service.js';
import { RoutingRulesController } from './routing-rules.controller.js';
import { RoutingRulesQueries } from './routing-rules.queries.js';
import { RoutingRulesService } from './routing-rules.service.js';
import { ShownEffects } from './shown-effects.js';
import { Suggesters } from './suggesters.js';
import { SuggestionsController } from './suggestions.controller.js';
import { SuggestionsQueries } from './suggestions.queries.js';

@Module({
  imports: [GoodPracticesModule],
  controllers: [
    AcceptanceController,
    HintsController,
    KnowledgeController,
    RoutingRulesController,
    SuggestionsController,
  ],
  providers: [
    AcceptanceQueries,
    ChoicesQueries,
    ChoicesService,
    HintsQueries,
    KnowledgeQueries,
    KnowledgeService,
    RoutingRulesQueries,
    RoutingRulesService,
    ShownEffects,
    Suggesters,
    SuggestionsQueries,
  ],
  exports: [Suggesters],
})
export class RoutingModule {}

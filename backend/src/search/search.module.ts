import { Module } from '@nestjs/common';
import { FormsModule } from '../forms/forms.module.js';
import { SavedSearchesController } from './saved-searches.controller.js';
import { SavedSearchesService } from './saved-searches.service.js';
import { SearchController } from './search.controller.js';
import { SearchQueries } from './search.queries.js';

/** One search over everything that people may read, and the searches they keep. */
@Module({
  imports: [FormsModule],
  controllers: [SearchController, SavedSearchesController],
  providers: [SearchQueries, SavedSearchesService],
  exports: [SearchQueries],
})
export class SearchModule {}

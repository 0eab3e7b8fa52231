import { Module } from '@nestjs/common';
import { FormsModule } from '../forms/forms.module.js';
import { SearchController } from './search.controller.js';
import { SearchQueries } from './search.queries.js';

/** One search over everything that people may read. */
@Module({ imports: [FormsModule], controllers: [SearchController], providers: [SearchQueries] })
export class SearchModule {}

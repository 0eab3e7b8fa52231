import { Module } from '@nestjs/common';
import { FormsModule } from '../forms/forms.module.js';
import { ContinuationController } from './continuation.controller.js';
import { ContinuationQueries } from './continuation.queries.js';
import { ContinuationService } from './continuation.service.js';

@Module({
  imports: [FormsModule],
  controllers: [ContinuationController],
  providers: [ContinuationQueries, ContinuationService],
})
export class ContinuationModule {}

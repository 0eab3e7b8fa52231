import { Module } from '@nestjs/common';
import { PoliciesController } from './policies.controller.js';
import { PolicyQueries } from './policy.queries.js';
import { PolicyFieldsService } from './policy-fields.service.js';

@Module({
  controllers: [PoliciesController],
  providers: [PolicyQueries, PolicyFieldsService],
  exports: [PolicyQueries],
})
export class PoliciesModule {}

import { Module } from '@nestjs/common';
import { MunicipalitiesController } from './municipalities.controller.js';
import { MunicipalityQueries } from './municipality.queries.js';

@Module({ controllers: [MunicipalitiesController], providers: [MunicipalityQueries], exports: [MunicipalityQueries] })
export class MunicipalitiesModule {}

import { Module } from '@nestjs/common';
import { MapController } from './map.controller.js';
import { MapQueries } from './map.queries.js';

@Module({ controllers: [MapController], providers: [MapQueries] })
export class MapModule {}

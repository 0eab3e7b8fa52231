import { Module } from '@nestjs/common';
import { MapController } from './map.controller.js';
import { MapQueries } from './map.queries.js';
import { MapDrawings } from './map-drawings.js';

@Module({
  controllers: [MapController],
  providers: [MapQueries, { provide: MapDrawings, useFactory: () => MapDrawings.read() }],
})
export class MapModule {}

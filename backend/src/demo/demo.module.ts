import { Module } from '@nestjs/common';
import { DemoController } from './demo.controller.js';
import { DemoClock } from './demo-clock.js';

@Module({ controllers: [DemoController], providers: [DemoClock] })
export class DemoModule {}

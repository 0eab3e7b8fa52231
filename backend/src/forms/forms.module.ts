import { Module } from '@nestjs/common';
import { FormQueries } from './form.queries.js';
import { FormsController } from './forms.controller.js';
import { FormsService } from './forms.service.js';

@Module({ controllers: [FormsController], providers: [FormQueries, FormsService], exports: [FormQueries] })
export class FormsModule {}

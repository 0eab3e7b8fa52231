import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarModule } from './calendar/calendar.module.js';
import { ConsultationsModule } from './consultations/consultations.module.js';
import { createDataSource } from './database.js';
import { FormsModule } from './forms/forms.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { InquiriesModule } from './inquiries/inquiries.module.js';
import { MeetingsModule } from './meetings/meetings.module.js';
import type { Config } from './platform/config.js';
import { CONFIG, PlatformModule } from './platform/platform.module.js';
import { RepliesModule } from './replies/replies.module.js';
import { SurveysModule } from './surveys/surveys.module.js';

@Module({
  imports: [
    PlatformModule,
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => createDataSource(config.DATABASE_URL).options,
    }),
    CalendarModule,
    IdentityModule,
    FormsModule,
    ConsultationsModule,
    InquiriesModule,
    MeetingsModule,
    RepliesModule,
    SurveysModule,
  ],
})
export class AppModule {}

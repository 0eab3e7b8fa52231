import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationsModule } from './applications/applications.module.js';
import { AuditModule } from './audit/audit.module.js';
import { BackOfficeModule } from './back-office/back-office.module.js';
import { BoardModule } from './board/board.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { CaseSheetsModule } from './case-sheets/case-sheets.module.js';
import { ConsultationsModule } from './consultations/consultations.module.js';
import { ContinuationModule } from './continuation/continuation.module.js';
import { DashboardsModule } from './dashboards/dashboards.module.js';
import { createDataSource } from './database.js';
import { DeadlinesModule } from './deadlines/deadlines.module.js';
import { DemoModule } from './demo/demo.module.js';
import { FormsModule } from './forms/forms.module.js';
import { GoodPracticesModule } from './good-practices/good-practices.module.js';
import { HandOversModule } from './hand-overs/hand-overs.module.js';
import { HolidaysModule } from './holidays/holidays.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { InquiriesModule } from './inquiries/inquiries.module.js';
import { KarteModule } from './karte/karte.module.js';
import { MapModule } from './map/map.module.js';
import { MeasuresModule } from './measures/measures.module.js';
import { MeetingsModule } from './meetings/meetings.module.js';
import { MinistriesModule } from './ministries/ministries.module.js';
import { MunicipalitiesModule } from './municipalities/municipalities.module.js';
import { NoticesModule } from './notifications/notices.module.js';
import type { Config } from './platform/config.js';
import { CONFIG, PlatformModule } from './platform/platform.module.js';
import { PoliciesModule } from './policies/policies.module.js';
import { ProposalsModule } from './proposals/proposals.module.js';
import { RepliesModule } from './replies/replies.module.js';
import { RoundsModule } from './rounds/rounds.module.js';
import { RoutingModule } from './routing/routing.module.js';
import { SearchModule } from './search/search.module.js';
import { SelectionModule } from './selection/selection.module.js';
import { SurveysModule } from './surveys/surveys.module.js';
import { TalliesModule } from './tallies/tallies.module.js';
import { TeamCalendarModule } from './team-calendar/team-calendar.module.js';
import { TeamChangesModule } from './team-changes/team-changes.module.js';
import { TeamFeedModule } from './team-feed/team-feed.module.js';
import { TeamHealthModule } from './team-health/team-health.module.js';
import { TeamMeetingsModule } from './team-meetings/team-meetings.module.js';
import { TeamReportsModule } from './team-reports/team-reports.module.js';
import { TeamSurveysModule } from './team-surveys/team-surveys.module.js';
import { TeamsModule } from './teams/teams.module.js';
import { TriageModule } from './triage/triage.module.js';
import { VisitsModule } from './visits/visits.module.js';

@Module({
  imports: [
    PlatformModule,
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => createDataSource(config.DATABASE_URL).options,
    }),
    CalendarModule,
    TalliesModule,
    IdentityModule,
    DeadlinesModule,
    MunicipalitiesModule,
    MinistriesModule,
    PoliciesModule,
    GoodPracticesModule,
    HolidaysModule,
    FormsModule,
    MeasuresModule,
    ConsultationsModule,
    RoutingModule,
    KarteModule,
    TriageModule,
    BoardModule,
    InquiriesModule,
    MeetingsModule,
    RepliesModule,
    SurveysModule,
    CaseSheetsModule,
    RoundsModule,
    ApplicationsModule,
    SelectionModule,
    TeamsModule,
    TeamMeetingsModule,
    VisitsModule,
    TeamSurveysModule,
    TeamCalendarModule,
    TeamChangesModule,
    TeamFeedModule,
    TeamHealthModule,
    ContinuationModule,
    ProposalsModule,
    TeamReportsModule,
    BackOfficeModule,
    SearchModule,
    MapModule,
    NoticesModule,
    HandOversModule,
    DashboardsModule,
    AuditModule,
    DemoModule,
  ],
})
export class AppModule {}

import 'reflect-metadata';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WatchCalls } from './applications/watch-calls.job.js';
import { CheckInvariants } from './audit/check-invariants.job.js';
import { TellOfSupport } from './back-office/tell-of-support.job.js';
import { RemindOfConsents } from './case-sheets/remind-of-consents.job.js';
import { CloseBySilence } from './consultations/close-by-silence.job.js';
import { SettleTallies } from './dashboards/settle-tallies.job.js';
import { DemoClock } from './demo/demo-clock.js';
import { RelayEvents } from './events/relay-events.job.js';
import { RetryFailed } from './events/retry-failed.job.js';
import { SUBSCRIPTIONS } from './events/subscriptions.js';
import { StopLeavers } from './hand-overs/stop-leavers.job.js';
import { CancelInquiriesOfWithdrawn } from './inquiries/cancel-withdrawn.job.js';
import { ReadAttachments } from './karte/file-texts/read-attachments.job.js';
import { DeliverMail } from './notifications/deliver-mail.job.js';
import { LookAgain } from './notifications/look-again.job.js';
import { MailRound } from './notifications/mail-round.job.js';
import { PlanReminders } from './notifications/plan-reminders.job.js';
import { ReadBounces } from './notifications/read-bounces.job.js';
import { ReportMissing } from './notifications/report-missing.job.js';
import { SendMail } from './notifications/send-mail.job.js';
import { command } from './platform/command.js';
import type { Job } from './platform/jobs/job.js';
import { startWorker } from './platform/jobs/worker.js';
import { SolveProposal } from './proposals/solve-proposal.job.js';
import { RenderReply } from './replies/render-reply.job.js';
import { InviteToSurvey } from './surveys/invite-to-survey.job.js';
import { RemindSurvey } from './surveys/remind-survey.job.js';
import { DigestFeed } from './team-feed/digest-feed.job.js';
import { WatchTeams } from './team-health/watch-teams.job.js';
import { WatchReports } from './team-reports/watch-reports.job.js';
import { WatchTeamSurveys } from './team-surveys/watch-team-surveys.job.js';
import { WorkerModule } from './worker.module.js';

/** Every job there is. */
const JOBS = [
  RelayEvents,
  RetryFailed,
  SendMail,
  PlanReminders,
  MailRound,
  DeliverMail,
  ReadBounces,
  ReportMissing,
  CloseBySilence,
  CancelInquiriesOfWithdrawn,
  InviteToSurvey,
  RemindSurvey,
  RenderReply,
  ReadAttachments,
  LookAgain,
  WatchCalls,
  WatchTeamSurveys,
  RemindOfConsents,
  WatchTeams,
  DigestFeed,
  TellOfSupport,
  SolveProposal,
  WatchReports,
  SettleTallies,
  StopLeavers,
  CheckInvariants,
];

await command(async (config) => {
  const app = await NestFactory.createApplicationContext(WorkerModule, {
    logger: new ConsoleLogger({ json: true, logLevels: ['error', 'warn'] }),
  });
  const demoClock = app.get(DemoClock, { strict: false });
  // In a demo the clock may just have gone forward: no job looks at a day that is over.
  const jobs = JOBS.map((job) => app.get(job, { strict: false }) as Job<never>).map((job) => ({
    name: job.name,
    schedule: job.schedule,
    run: async (data: never) => {
      await demoClock.follow();
      await job.run(data);
    },
  }));
  const relay = app.get(RelayEvents);
  const ordered = Object.values(SUBSCRIPTIONS).flat();
  const worker = await startWorker(jobs, config, ordered, async (job, data) => {
    const { eventId } = data as { eventId?: string };
    if (eventId) await relay.done(job, eventId);
  });

  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void worker.close().then(() => app.close());
    });
  }
});

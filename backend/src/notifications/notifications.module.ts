import { Module } from '@nestjs/common';
import { DeliverMail } from './deliver-mail.job.js';
import { Letters } from './letters.js';
import { MailRound } from './mail-round.job.js';
import { Mails } from './mails.js';
import { Notices } from './notices.js';
import { PlanReminders } from './plan-reminders.job.js';
import { PostOffice } from './post-office.js';
import { ReadBounces } from './read-bounces.job.js';
import { ReportMissing } from './report-missing.job.js';
import { SendMail } from './send-mail.job.js';

@Module({
  providers: [
    Letters,
    Mails,
    Notices,
    PostOffice,
    SendMail,
    PlanReminders,
    MailRound,
    DeliverMail,
    ReadBounces,
    ReportMissing,
  ],
  exports: [SendMail, PlanReminders, MailRound, DeliverMail, ReadBounces, ReportMissing],
})
export class NotificationsModule {}

import { Module } from '@nestjs/common';
import { SearchModule } from '../search/search.module.js';
import { DeliverMail } from './deliver-mail.job.js';
import { Letters } from './letters.js';
import { LookAgain } from './look-again.job.js';
import { MailRound } from './mail-round.job.js';
import { Mails } from './mails.js';
import { Notices } from './notices.js';
import { PlanReminders } from './plan-reminders.job.js';
import { PostOffice } from './post-office.js';
import { ReadBounces } from './read-bounces.job.js';
import { ReportMissing } from './report-missing.job.js';
import { SendMail } from './send-mail.job.js';

@Module({
  imports: [SearchModule],
  providers: [
    LookAgain,
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
  exports: [LookAgain, SendMail, PlanReminders, MailRound, DeliverMail, ReadBounces, ReportMissing],
})
export class NotificationsModule {}

import { Module } from '@nestjs/common';
import { Letters } from './letters.js';
import { PostOffice } from './post-office.js';
import { ResendMails } from './resend-mails.job.js';
import { SendMail } from './send-mail.job.js';

@Module({ providers: [Letters, PostOffice, SendMail, ResendMails], exports: [SendMail, ResendMails, PostOffice] })
export class NotificationsModule {}

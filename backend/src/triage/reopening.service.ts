import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { Advance } from '../consultations/advance.js';
import type { ConsultationEntity } from '../consultations/consultation.entity.js';
import { consultationNumber } from '../consultations/number-series.js';
import { peopleAtWork } from '../consultations/people-at-work.js';
import { seenAs } from '../consultations/seen-as.js';
import { formatWareki, tokyoDay } from '../contract/calendar.js';
import type { ReasonedStep } from '../contract/consultation-steps.js';
import type { Actor } from '../identity/actor.js';
import { DomainError } from '../platform/errors.js';

/** 再開: within a year of closing, a new round under the same number with a 枝番. */
@Injectable()
export class ReopeningService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
    private readonly advance: Advance,
  ) {}

  async wishReopen(actor: Actor, id: string, { since, reason }: ReasonedStep): Promise<void> {
    const change = (stored: ConsultationEntity) => {
      seenAs(stored, since);
      this.assertInTime(stored);
      if (stored.reopenWishedAt) {
        throw new DomainError(
          'conflict',
          'consultation.wished',
          'すでに再開を希望しています。窓口の対応をお待ちください。',
        );
      }
      return { reopenWishedAt: this.clock.now() };
    };
    await this.db.transaction((tx) => this.advance.step(tx, actor, id, 'wishReopen', { change, reason }));
  }

  async reopen(actor: Actor, id: string, { since, reason }: ReasonedStep): Promise<void> {
    await this.db.transaction(async (tx) => {
      const change = async (stored: ConsultationEntity) => {
        seenAs(stored, since);
        this.assertInTime(stored);
        return { ...nextRound(stored), ...(await peopleAtWork(tx, actor, stored)) };
      };
      await this.advance.step(tx, actor, id, 'reopen', { change, reason });
    });
  }

  private assertInTime({ closedAt }: ConsultationEntity): void {
    if (!closedAt) return;
    const closedOn = tokyoDay(closedAt);
    const lastDay = `${Number(closedOn.slice(0, 4)) + 1}${closedOn.slice(4)}`;
    if (this.calendar.today() > lastDay) {
      throw new DomainError(
        'conflict',
        'consultation.too_late',
        `完了から1年（${formatWareki(lastDay)}）を過ぎたため、再開できません。新しい相談カルテで相談してください。`,
      );
    }
  }
}

function nextRound({ fiscalYear, serial, branch }: ConsultationEntity) {
  if (fiscalYear === null || serial === null) throw new Error('a closed case has a number');
  return {
    branch: branch + 1,
    number: consultationNumber(fiscalYear, serial, branch + 1),
    closedAt: null,
    repliedAt: null,
    reopenWishedAt: null,
  };
}

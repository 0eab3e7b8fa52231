import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Calendar } from '../calendar/calendar.js';
import { type Actor, personId } from '../identity/actor.js';
import type { Config } from '../platform/config.js';
import { DomainError } from '../platform/errors.js';
import { CONFIG } from '../platform/platform.module.js';
import { sealed } from '../platform/signing.js';

/** What is changed, as it would be: a change that differs in anything is another one. */
type Change = readonly (string | number | boolean | null | readonly string[])[];

/** A person makes just the change whose effect on the newest cases was shown to them, on the day it was shown. */
@Injectable()
export class ShownEffects {
  constructor(
    private readonly calendar: Calendar,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What comes with an effect, and back with the change. */
  seal(actor: Actor, change: Change): string {
    const all = JSON.stringify([personId(actor), this.calendar.today(), ...change]);
    return sealed(this.config.SECRET, `effect:${createHash('sha256').update(all).digest('hex')}`);
  }

  /** @throws DomainError conflict, where the effect of this change was not shown */
  refuseUnseen(actor: Actor, change: Change, seal: string): void {
    if (seal === this.seal(actor, change)) return;
    throw new DomainError(
      'conflict',
      'effect.unseen',
      'この内容の影響は、まだ確認されていません。最近の相談への影響を確認してから、もう一度送信してください。',
    );
  }
}

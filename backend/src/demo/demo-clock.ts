import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { record } from '../events/record.js';
import { type Actor, hasRole } from '../identity/actor.js';
import type { Config } from '../platform/config.js';
import { authorize, found } from '../platform/errors.js';
import { CONFIG } from '../platform/platform.module.js';

const REREAD_EVERY_MS = 500;
const DAY = 86_400_000;

/** In a demo, days can be made to pass: to see reminders, late answers, silence. Nowhere in production. */
@Injectable()
export class DemoClock implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private lost = false;
  private readonly log = new Logger('demo clock');

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    if (this.config.MUSUBI_MODE !== 'demo') return;
    await this.follow();
    this.timer = setInterval(() => void this.follow(), REREAD_EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** @throws DomainError notFound outside a demo */
  async get(): Promise<{ now: string; aheadDays: number }> {
    this.onlyInDemo();
    const [{ ahead_ms }]: [{ ahead_ms: string }] = await this.db.query('SELECT ahead_ms FROM demo_clock');
    return { now: this.clock.now().toISOString(), aheadDays: Number(ahead_ms) / DAY };
  }

  /** @throws DomainError notFound outside a demo */
  async set(actor: Actor, aheadDays: number): Promise<{ now: string; aheadDays: number }> {
    this.onlyInDemo();
    authorize(hasRole(actor, 'admin'));
    await this.db.transaction(async (tx) => {
      await tx.query('UPDATE demo_clock SET ahead_ms = $1', [aheadDays * DAY]);
      await record(tx, { type: 'demo.setClock', subjectId: 'clock', actor, data: { aheadDays } });
    });
    await this.follow();
    return this.get();
  }

  private onlyInDemo(): void {
    found(this.config.MUSUBI_MODE === 'demo' || null);
  }

  /** A read that fails leaves the clock as it is; the next one comes in half a second. Said once until one succeeds. */
  async follow(): Promise<void> {
    if (this.config.MUSUBI_MODE !== 'demo') return;
    try {
      const [row]: { ahead_ms: string }[] = await this.db.query('SELECT ahead_ms FROM demo_clock');
      Clock.runAhead(Number(row?.ahead_ms ?? 0));
      this.lost = false;
    } catch (error) {
      if (!this.lost)
        this.log.error('the clock of the demo could not be read', error instanceof Error ? error.stack : error);
      this.lost = true;
    }
  }
}

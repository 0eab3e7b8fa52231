/** An order the worker carries out. It may run twice: after a crash, or because its sender repeated itself. */
export interface Job<Data = void> {
  readonly name: string;
  /** When it runs by itself: cron in Tokyo time, or a period in milliseconds. Without it the job follows events. */
  readonly schedule?: string | { every: number };
  /** Throws when it failed: the queue tries again later. */
  run(data: Data): Promise<void>;
}

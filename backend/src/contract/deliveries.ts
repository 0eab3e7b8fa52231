import { z } from 'zod';
import { Day } from './calendar.js';
import { Paging, pageOf } from './paging.js';

/** What became of a notice that was to be mailed. */
export const DELIVERY_LABEL = {
  sent: '送信済み',
  waiting: '送信待ち',
  dropped: '送信不要',
  refused: '宛先不明',
  givenUp: '送信断念',
} as const;
export const DeliveryState = z.enum(Object.keys(DELIVERY_LABEL) as [keyof typeof DELIVERY_LABEL]);
export type DeliveryState = z.infer<typeof DeliveryState>;

export const DROPPED_LABEL: Record<string, string> = {
  settled: '送信の時点で対応済み、または期限の変更',
  notTheirs: '送信の時点で担当が変更済み',
  overtaken: '後のお知らせと重複',
  read: '画面で既読',
  unwanted: '受け取らない設定',
};

/** One day of the ledger: what was due to be mailed, and what became of it. */
export const DeliveryDay = z.object({
  day: z.iso.date(),
  due: z.number().int(),
  sent: z.number().int(),
  waiting: z.number().int(),
  dropped: z.number().int(),
  refused: z.number().int(),
  givenUp: z.number().int(),
  /** Reminders that the deadlines demanded and nobody wrote down. Anything but 0 is an alarm. */
  missing: z.number().int(),
});
export type DeliveryDay = z.infer<typeof DeliveryDay>;

export const Deliveries = z
  .object({
    items: z.array(DeliveryDay),
    total: z.number().int(),
    /** What waits for a later day than today. */
    ahead: z.number().int(),
    /** Reminders of the days shown that nobody wrote down: what was due, and on which day. */
    missing: z.array(
      z.object({
        day: z.iso.date(),
        what: z.string(),
        number: z.string().nullable(),
        /** Null for who may not read the case, as is its title. */
        consultationId: z.uuid().nullable(),
        title: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Deliveries' });
export type Deliveries = z.infer<typeof Deliveries>;

export const DeliveryRow = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    address: z.string(),
    person: z.string().nullable(),
    heading: z.string(),
    number: z.string().nullable(),
    /** Null for who may not read the case. */
    consultationId: z.uuid().nullable(),
    state: DeliveryState,
    sentAt: z.iso.datetime().nullable(),
    /** Until when a mail waits: for the hours of its reader, or for the next try. */
    waitsUntil: z.iso.datetime().nullable(),
    attempts: z.number().int(),
    /** What the mail server said last. */
    answer: z.string().nullable(),
    droppedBecause: z.string().nullable(),
    /** What came of a mail that did not arrive. */
    settledNote: z.string().nullable(),
  })
  .meta({ id: 'DeliveryRow' });
export type DeliveryRow = z.infer<typeof DeliveryRow>;

export const DeliveryRows = pageOf(DeliveryRow);
export type DeliveryRows = z.infer<typeof DeliveryRows>;

export const DeliveryFilter = Paging.extend({
  day: Day.optional(),
  ahead: z.enum(['yes']).optional(),
  state: DeliveryState.optional(),
});
export type DeliveryFilter = z.infer<typeof DeliveryFilter>;

/** An address that mails do not reach, by its newest mail. */
export const UndeliveredAddress = z
  .object({
    mailId: z.uuid(),
    to: z.string(),
    person: z.string().nullable(),
    /** Of a mail from before notices were kept nothing is known. */
    heading: z.string().nullable(),
    number: z.string().nullable(),
    consultationId: z.uuid().nullable(),
    at: z.iso.datetime(),
    /** What the mail server, or the bounce, said last. */
    answer: z.string().nullable(),
    mails: z.number().int(),
  })
  .meta({ id: 'UndeliveredAddress' });
export type UndeliveredAddress = z.infer<typeof UndeliveredAddress>;

export const Undelivered = pageOf(UndeliveredAddress).extend({
  /** The reader's own address, when mails do not reach it. */
  mine: z.string().nullable(),
});
export type Undelivered = z.infer<typeof Undelivered>;

export const SettleMail = z.object({
  note: z.string().trim().min(1, '対応の内容を入力してください').max(300, '対応の内容は300文字以内で入力してください'),
});
export type SettleMail = z.infer<typeof SettleMail>;

import type { DeadlineKind } from '../contract/deadlines.js';
import type { NoticeTopic } from '../contract/notices.js';
import { MAIL_FOR } from './mail-for.js';
import type { MailRule } from './mail-rule.js';
import { REMIND_FOR, remindHeading } from './remind-for.js';

/** A row of `notices`, as far as its words and its truth need it. */
export interface NoticeRow {
  id: string;
  person_id: string | null;
  address: string;
  topic: NoticeTopic;
  rule: string;
  event_id: string | null;
  consultation_id: string | null;
  subject_id: string;
  step: number | null;
  due_on: string | null;
  /** What the event happened to, below its subject. */
  item_id: string | null;
}

export const NOTICE_COLUMNS = `n.id, n.person_id, n.address, n.topic, n.rule, n.event_id, n.consultation_id, n.subject_id,
  n.step, n.due_on::text AS due_on, (SELECT e.data ->> 'itemId' FROM events e WHERE e.id = n.event_id) AS item_id`;

interface Words {
  heading: string;
  /** Where it leads: a path of ours, or `invitation`, `password`, `survey`, whose links are made for the mail only. */
  path: string;
  due?: MailRule['due'];
}

/** What a notice says, from the tables of words. */
export function wordsOf(notice: NoticeRow): Words {
  const { heading, path, due } = notice.step === null ? eventWords(notice) : reminderWords(notice, notice.step);
  const filled = path
    .replace(':id', String(notice.consultation_id))
    .replace(':subject', notice.subject_id)
    .replace(':item', String(notice.item_id));
  return { heading, path: filled, due };
}

/** Whether it may be mailed at any hour. */
export const isAtOnce = (notice: NoticeRow): boolean => notice.step === null && eventWords(notice).atOnce === true;

function eventWords({ rule }: NoticeRow): MailRule {
  const [type = '', index] = rule.split('/');
  const words = MAIL_FOR[type]?.[Number(index)];
  if (!words) throw new Error(`no words for ${rule}`);
  return words;
}

function reminderWords({ rule, topic }: NoticeRow, step: number): Words {
  const words = REMIND_FOR[rule as DeadlineKind];
  if (!words) throw new Error(`no words for ${rule}`);
  return { heading: remindHeading(words, step, topic === 'escalation'), path: words.path };
}

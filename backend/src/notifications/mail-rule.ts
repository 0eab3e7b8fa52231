import type { NoticeTopic } from '../contract/notices.js';
import type { Recipient } from './recipients.js';

/** What the reader is told, apart from number, title, due date and link. Never words from the case. */
export interface MailRule {
  to: Recipient;
  heading: string;
  /** Where the link leads; `:id` is the 相談, `:subject` the event's subject, `:item` its `data.itemId`. Special links are made by the sender. */
  path: string;
  due?: 'reply' | 'state' | 'inquiry' | 'survey' | 'call';
  /** `official`: the desk's word to the town, which nobody can switch off. Otherwise the kind of thing it happened to. */
  topic?: NoticeTopic;
  /** Who did it need not hear of it. */
  notToActor?: true;
  /** Asked for this minute by somebody who cannot go on without it: it waits for no hours. */
  atOnce?: true;
}

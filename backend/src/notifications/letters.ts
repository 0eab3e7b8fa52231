import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LinksService } from '../identity/links.service.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';
import { signLink } from '../platform/signing.js';
import type { Letter } from './letter.js';
import { MAIL_FOR } from './mail-for.js';
import { addressesOf, type MailedEvent } from './recipients.js';

type Rule = NonNullable<(typeof MAIL_FOR)[string]>[number];

/** Makes the letters of an event: for whom, and what they say. */
@Injectable()
export class Letters {
  constructor(
    private readonly links: LinksService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Address → letter. One letter a person, the first rule that names them. */
  async of(db: EntityManager, event: MailedEvent): Promise<Map<string, Letter>> {
    const letters = new Map<string, Letter>();
    for (const rule of MAIL_FOR[event.type] ?? []) {
      const addresses = await addressesOf(db, rule.to, event);
      const fresh = addresses.filter((address) => !letters.has(address));
      if (fresh.length === 0) continue;
      const letter = await this.write(db, rule, event);
      for (const address of fresh) letters.set(address, letter);
    }
    return letters;
  }

  /** The same for the same event and person, so that a repeated mail can be recognised. */
  messageId(event: MailedEvent, address: string): string {
    const who = createHash('sha256').update(address).digest('hex').slice(0, 16);
    return `<event-${event.id}-${who}@${this.config.MAIL_FROM.split('@')[1]}>`;
  }

  private async write(db: EntityManager, rule: Rule, event: MailedEvent): Promise<Letter> {
    const facts = await this.facts(db, event);
    return {
      subject: facts.number
        ? `【新結合相談】${facts.municipality} (${facts.number})`
        : `【新結合相談】${facts.municipality ?? 'お知らせ'}`,
      heading: rule.heading,
      number: facts.number,
      title: facts.title,
      dueOn: rule.due ? facts.due[rule.due] : null,
      link: this.link(rule, event),
    };
  }

  private link({ path }: Rule, event: MailedEvent): string {
    if (path === 'invitation' || path === 'password') return this.links.address(path, String(event.data.linkId));
    if (path === 'survey')
      return `${this.config.BASE_URL}/survey/${signLink(this.config.SECRET, 'survey', event.subject_id)}`;
    return (
      this.config.BASE_URL + path.replace(':id', String(event.consultation_id)).replace(':subject', event.subject_id)
    );
  }

  private async facts(db: EntityManager, event: MailedEvent) {
    const [row] = await db.query(
      `SELECT c.number, c.title, c.reply_due_on::text AS reply, c.state_due_on::text AS state,
              ${MUNICIPALITY_LABEL} AS municipality, i.due_on::text AS inquiry, s.closes_on::text AS survey
       FROM consultations c JOIN municipalities m ON m.code = c.municipality_code
       LEFT JOIN inquiries i ON i.id::text = $2 LEFT JOIN survey_invitations s ON s.id::text = $2 WHERE c.id = $1`,
      [event.consultation_id, event.subject_id],
    );
    const due: Record<NonNullable<Rule['due']>, string | null> = row ?? {};
    return { number: row?.number ?? null, title: row?.title ?? null, municipality: row?.municipality ?? null, due };
  }
}

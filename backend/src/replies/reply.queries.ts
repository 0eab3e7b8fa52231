import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Case, readable } from '../consultations/policy.js';
import type { Passage, Reply, ReplyFilter, ReplyPage } from '../contract/replies.js';
import type { Actor } from '../identity/actor.js';
import { found } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { approversOf } from './approvers.js';
import { addresseesOf } from './issue.js';
import { inWorkshop, replyActions } from './policy.js';
import { ReplyEntity } from './reply.entity.js';
import { settingsOf } from './reply-settings.js';
import { WorkshopQueries } from './workshop.queries.js';

type CaseRow = Case & { number: string };

@Injectable()
export class ReplyQueries {
  constructor(
    private readonly db: DataSource,
    private readonly workshop: WorkshopQueries,
  ) {}

  /** The reply as this reader may see it: the one in work for the desk, the last issued one for all others. */
  async page(actor: Actor, id: string, { no }: ReplyFilter): Promise<ReplyPage> {
    const consultation = await this.consultation(actor, id);
    const replies = await this.replies(actor, id);
    const chosen = no === undefined ? replies.at(-1) : found(replies.find((reply) => reply.no === no));
    const last = replies.at(-1);
    const open = last && last.state !== 'approved' ? last : null;
    const inWork = open ? { ...open, approvers: await approversOf(this.db, open) } : null;
    const inside = inWorkshop(actor);
    return {
      reply: chosen ? await this.present(chosen, consultation.number, inside) : null,
      workshop: inside && chosen ? await this.workshop.of(actor, chosen) : null,
      issued: replies.flatMap(({ no: nth, documentNumber, issuedOn }) =>
        documentNumber && issuedOn ? [{ no: nth, documentNumber, issuedOn }] : [],
      ),
      allowedActions: chosen === last ? replyActions(actor, consultation, inWork) : [],
    };
  }

  /** One reply, as it stands on paper. @throws DomainError notFound */
  async letter(actor: Actor, id: string, { no }: ReplyFilter): Promise<Reply> {
    return found((await this.page(actor, id, { no })).reply);
  }

  /** An issued reply, for the job that renders it. */
  async issued(replyId: string): Promise<Reply> {
    const reply = found(await this.db.manager.findOneBy(ReplyEntity, { id: replyId, state: 'approved' }));
    const [row]: { number: string }[] = await this.db.query('SELECT number FROM consultations WHERE id = $1', [
      reply.consultationId,
    ]);
    return this.present(reply, found(row).number, false);
  }

  private async consultation(actor: Actor, id: string): Promise<CaseRow> {
    const { bind, values } = binder();
    const rows: CaseRow[] = await this.db.query(
      `SELECT c.state, c.municipality_code AS "municipalityCode", c.proxy_channel AS "proxyChannel", c.team_id AS "teamId",
              coalesce(c.number, '') AS number
       FROM consultations c WHERE c.id = ${bind(id)} AND ${readable(actor, bind)}`,
      values,
    );
    return found(rows[0]);
  }

  private replies(actor: Actor, consultationId: string): Promise<ReplyEntity[]> {
    return this.db.manager.find(ReplyEntity, {
      where: { consultationId, ...(inWorkshop(actor) ? {} : { state: 'approved' as const }) },
      order: { no: 'ASC' },
    });
  }

  private async present(reply: ReplyEntity, consultationNumber: string, inside: boolean): Promise<Reply> {
    const settings = await settingsOf(this.db, reply.state === 'drafting' ? null : reply.settingsVersion);
    const { contactName: organisation, contactTel: tel, contactEmail: email } = settings;
    return {
      id: reply.id,
      no: reply.no,
      state: reply.state,
      version: reply.version,
      consultationNumber,
      documentNumber: reply.documentNumber,
      issuedOn: reply.issuedOn,
      addressees: reply.addressees ?? (await addresseesOf(this.db, reply.consultationId, settings.addressee)),
      sender: settings.sender,
      sealOmitted: settings.sealOmitted,
      subject: reply.subject,
      greeting: reply.greeting,
      passages: inside ? reply.passages : reply.passages.map(withoutSources),
      contacts: reply.contacts,
      closing: reply.closing,
      deskContact: { organisation, tel, email },
    };
  }
}

/** Where a passage came from stays inside the desk. */
const withoutSources = (passage: Passage): Passage => ({ ...passage, answerIds: [], questionRowIds: [] });

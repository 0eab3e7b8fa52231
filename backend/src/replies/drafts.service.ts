import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, Not } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { Advance } from '../consultations/advance.js';
import type { ConsultationEntity } from '../consultations/consultation.entity.js';
import { tokyoDay } from '../contract/calendar.js';
import type { Passage, Refreshed, ReplyInput, ReplyState } from '../contract/replies.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, DomainError, invalid, sameVersion } from '../platform/errors.js';
import { contactsOf, openingOf, passagesOf, withAdded } from './compose.js';
import { inWork, savedContent } from './in-work.js';
import { inWorkshop, mayEdit } from './policy.js';
import { ReplyEntity } from './reply.entity.js';
import { sourcesOf } from './sources.js';

/** Writing the reply: answers flow in, the desk edits. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly advance: Advance,
  ) {}

  /** Begins the reply, or goes on with the one that was in work before more was asked. */
  draft(actor: Actor, id: string): Promise<Refreshed> {
    return this.db.transaction(async (tx) => {
      const consultation = await this.advance.step(tx, actor, id, 'draftReply');
      const reply =
        (await tx.findOneBy(ReplyEntity, { consultationId: id, state: Not<ReplyState>('approved') })) ??
        (await this.begin(tx, actor, consultation));
      return this.flow(tx, actor, reply);
    });
  }

  /** What was answered since flows in as new passages; nothing the desk wrote is touched. */
  refresh(actor: Actor, id: string): Promise<Refreshed> {
    return this.db.transaction(async (tx) => {
      const reply = await this.open(tx, actor, id);
      const refreshed = await this.flow(tx, actor, reply);
      if (refreshed.added.length > 0) {
        const data = { added: refreshed.added.map((passage) => passage.id) };
        await record(tx, {
          type: 'reply.refresh',
          consultationId: id,
          subjectId: reply.id,
          actor,
          audience: 'inward',
          data,
        });
      }
      return refreshed;
    });
  }

  save(actor: Actor, id: string, { version, ...content }: ReplyInput): Promise<number> {
    return this.db.transaction(async (tx) => {
      const reply = await this.open(tx, actor, id);
      sameVersion(reply.version, version, await savedContent(tx, reply));
      await this.refuseForeignSources(tx, reply, content.passages);
      await this.write(tx, actor, Object.assign(reply, content));
      const data = { version: reply.version };
      await record(tx, { type: 'reply.save', consultationId: id, subjectId: reply.id, actor, data });
      return reply.version;
    });
  }

  private async open(tx: EntityManager, actor: Actor, id: string): Promise<ReplyEntity> {
    const consultation = await this.advance.lock(tx, actor, id);
    authorize(inWorkshop(actor));
    const reply = await inWork(tx, id);
    if (!mayEdit(actor, consultation, reply)) {
      throw new DomainError('conflict', 'reply.closed', '回答案作成中ではないため、回答案を変更できません。');
    }
    return reply;
  }

  private async begin(tx: EntityManager, actor: Actor, consultation: ConsultationEntity): Promise<ReplyEntity> {
    const earlier = await tx.countBy(ReplyEntity, { consultationId: consultation.id });
    const submitted = consultation.submittedAt ?? this.clock.now();
    return tx.create(ReplyEntity, {
      consultationId: consultation.id,
      no: earlier + 1,
      branch: consultation.branch,
      state: 'drafting',
      ...openingOf({
        title: consultation.title,
        number: consultation.number ?? '',
        submittedOn: tokyoDay(submitted),
      }),
      passages: [],
      contacts: [],
      taken: [],
      version: 0,
      round: 0,
      createdBy: personId(actor),
      createdAt: this.clock.now(),
    });
  }

  private async flow(tx: EntityManager, actor: Actor, reply: ReplyEntity): Promise<Refreshed> {
    const fresh = (await sourcesOf(tx, reply.consultationId)).filter(({ key }) => !reply.taken.includes(key));
    const added = passagesOf(fresh);
    if (added.length > 0 || reply.version === 0) {
      reply.passages = withAdded(reply.passages, added);
      reply.contacts = contactsOf(fresh, reply.contacts);
      reply.taken = [...reply.taken, ...fresh.map(({ key }) => key)];
      await this.write(tx, actor, reply);
    }
    return { version: reply.version, added: added.map(({ id, heading, title }) => ({ id, heading, title })) };
  }

  private async write(tx: EntityManager, actor: Actor, reply: ReplyEntity): Promise<void> {
    const change = { version: reply.version + 1, updatedBy: personId(actor), updatedAt: this.clock.now() };
    await tx.save(Object.assign(reply, change));
  }

  /** A passage may name only answers and questions of this 相談. What the draft already named stays, even if it was replaced since. */
  private async refuseForeignSources(
    tx: EntityManager,
    reply: ReplyEntity,
    passages: readonly Passage[],
  ): Promise<void> {
    const sources = await sourcesOf(tx, reply.consultationId);
    const questions: { id: string }[] = await tx.query('SELECT id FROM question_rows WHERE consultation_id = $1', [
      reply.consultationId,
    ]);
    const known = new Set([
      ...sources.map(({ key }) => key),
      ...questions.map(({ id }) => id),
      ...reply.passages.flatMap(({ answerIds, questionRowIds }) => [...answerIds, ...questionRowIds]),
    ]);
    const fields: Record<string, string> = {};
    for (const [i, { answerIds, questionRowIds }] of passages.entries()) {
      if (!answerIds.every((id) => known.has(id))) {
        fields[`passages.${i}.answerIds`] = 'この相談にない府省庁回答が指定されています。画面を読み込み直してください';
      }
      if (!questionRowIds.every((id) => known.has(id))) {
        fields[`passages.${i}.questionRowIds`] = 'この相談にない質問が指定されています。画面を読み込み直してください';
      }
    }
    if (Object.keys(fields).length > 0) throw invalid(fields);
  }
}

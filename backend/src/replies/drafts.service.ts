import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, Not } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { Advance } from '../consultations/advance.js';
import type { ConsultationEntity } from '../consultations/consultation.entity.js';
import { tokyoDay } from '../contract/calendar.js';
import type { Passage, Refreshed, ReplyInput, ReplyState } from '../contract/replies.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { invalid, sameVersion } from '../platform/errors.js';
import { answerPassages, contactsOf, declinedPassages, openingOf, withAdded } from './compose.js';
import { savedContent } from './in-work.js';
import { freshMeasures, measureKey, placedMeasures } from './measure-flow.js';
import { nextSteps } from './next-steps.js';
import { OpenDrafts, withKeptRecords } from './open-drafts.js';
import { ReplyEntity } from './reply.entity.js';
import { questionsOf, sourcesOf } from './sources.js';

/** Writing the reply: answers flow in, the desk edits. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
    private readonly advance: Advance,
    private readonly drafts: OpenDrafts,
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
      const reply = await this.drafts.open(tx, actor, id);
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
      const reply = await this.drafts.open(tx, actor, id);
      sameVersion(reply.version, version, await savedContent(tx, reply));
      await this.refuseForeignSources(tx, reply, content.passages);
      const passages = withKeptRecords(content.passages, reply.passages);
      await this.drafts.write(tx, actor, Object.assign(reply, content, { passages }));
      const data = { version: reply.version };
      await record(tx, { type: 'reply.save', consultationId: id, subjectId: reply.id, actor, data });
      return reply.version;
    });
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
      requestReason: '',
      createdBy: personId(actor),
      createdAt: this.clock.now(),
    });
  }

  /** Answers first, then accepted measures and 該当なし; the next steps close a new reply. */
  private async flow(tx: EntityManager, actor: Actor, reply: ReplyEntity): Promise<Refreshed> {
    const sources = (await sourcesOf(tx, reply.consultationId)).filter(({ key }) => !reply.taken.includes(key));
    const { fresh, ended } = await freshMeasures(tx, reply, this.calendar.today());
    const measures = placedMeasures(fresh, await questionsOf(tx, reply.consultationId));
    const added = [
      ...answerPassages(sources),
      ...measures,
      ...declinedPassages(sources),
      ...(reply.version === 0 ? [nextSteps(fresh, this.calendar.today())] : []),
    ];
    if (added.length > 0) {
      reply.passages = withAdded(reply.passages, added);
      reply.contacts = contactsOf(sources, reply.contacts);
      const keys = [...sources.map(({ key }) => key), ...fresh.map(({ id }) => measureKey(id))];
      reply.taken = [...reply.taken, ...keys];
      await this.drafts.write(tx, actor, reply);
    }
    return {
      version: reply.version,
      added: added.map(({ id, heading, title }) => ({ id, heading, title })),
      ended: ended.map(({ id, title }) => ({ id, title })),
    };
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

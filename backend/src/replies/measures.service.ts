import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import type { Passage, Refreshed } from '../contract/replies.js';
import type { PassageRecord, TakeMeasures, UpdateMeasure } from '../contract/reply-measures.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { type MeasureNow, measuresNow } from '../measures/versions.js';
import { DomainError, found, invalid, sameVersion } from '../platform/errors.js';
import { withAdded } from './compose.js';
import { savedContent } from './in-work.js';
import { measureKey } from './measure-flow.js';
import { measurePassage } from './measure-passage.js';
import { withNextSteps } from './next-steps.js';
import { OpenDrafts } from './open-drafts.js';
import { recordsOf } from './records.js';
import type { ReplyEntity } from './reply.entity.js';
import { quoted } from './reply-words.js';
import { questionsOf } from './sources.js';
import { statedMeasures } from './stated-measures.js';

/** Records of the catalogue in the draft: taken in by the desk, and brought up to what the catalogue says today. */
@Injectable()
export class MeasuresService {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
    private readonly drafts: OpenDrafts,
  ) {}

  /** What stands under the same question already is left alone, so that pressing twice is once. */
  take(actor: Actor, id: string, { version, items, endedConfirmed }: TakeMeasures): Promise<Refreshed> {
    return this.db.transaction(async (tx) => {
      const reply = await this.drafts.open(tx, actor, id);
      sameVersion(reply.version, version, await savedContent(tx, reply));
      const { added, named } = await this.passages(tx, reply, items);
      const ended = named.filter(({ call }) => call === 'ended');
      if (ended.length > 0 && !endedConfirmed) throw callsEnded(ended);
      if (added.length > 0) {
        await this.rewrite(tx, reply, withAdded(reply.passages, added));
        reply.taken = [...new Set([...reply.taken, ...named.map((measure) => measureKey(measure.id))])];
        await this.drafts.write(tx, actor, reply);
        const data = { measures: named.map((one) => one.id), ended: ended.map((one) => one.id) };
        await record(tx, { type: 'reply.takeMeasures', ...inwardOf(actor, reply), data });
      }
      return {
        version: reply.version,
        added: added.map(({ id: passage, heading, title }) => ({ id: passage, heading, title })),
        ended: ended.map((one) => ({ id: one.id, title: one.title })),
      };
    });
  }

  /** The record as it stands today. Words of the desk's own are replaced or kept as it says, never unasked. */
  update(actor: Actor, id: string, { version, passageId, edited }: UpdateMeasure): Promise<number> {
    return this.db.transaction(async (tx) => {
      const reply = await this.drafts.open(tx, actor, id);
      sameVersion(reply.version, version, await savedContent(tx, reply));
      const passage = found(reply.passages.find((one) => one.id === passageId));
      const [current] = await recordsOf(tx, [passage], this.calendar.today());
      const kept = found(current);
      if (kept.edited && edited === 'refuse') throw editedMeanwhile(passage, kept);
      const text = kept.edited && edited === 'keep' ? passage.text : kept.fresh;
      const measure = { id: kept.measureId, version: kept.current };
      if (text === passage.text && measure.version === kept.version) return reply.version;
      const passages = reply.passages.map((one) => (one.id === passageId ? { ...one, text, measure } : one));
      await this.rewrite(tx, reply, passages);
      await this.drafts.write(tx, actor, reply);
      const data = {
        passageId,
        measure: measure.id,
        from: kept.version,
        to: kept.current,
        edited: kept.edited && edited,
      };
      await record(tx, { type: 'reply.updateMeasure', ...inwardOf(actor, reply), data });
      return reply.version;
    });
  }

  /** With the next steps that follow from what the passages state now. */
  private async rewrite(tx: EntityManager, reply: ReplyEntity, passages: Passage[]): Promise<void> {
    const today = this.calendar.today();
    const before = await statedMeasures(tx, reply.passages, today);
    const after = await statedMeasures(tx, passages, today);
    reply.passages = withNextSteps(passages, { before, after, today });
  }

  private async passages(tx: EntityManager, reply: ReplyEntity, items: TakeMeasures['items']) {
    const questions = await questionsOf(tx, reply.consultationId);
    const now = await measuresNow(tx, [...new Set(items.map(({ measureId }) => measureId))], this.calendar.today());
    const added: Passage[] = [];
    const named: MeasureNow[] = [];
    for (const [i, { measureId, questionRowId }] of items.entries()) {
      const measure = now.get(measureId);
      const question = questions.find((one) => one.id === questionRowId);
      if (!measure)
        throw invalid({ [`items.${i}.measureId`]: 'この施策は登録されていません。一覧から選び直してください' });
      if (!question) throw invalid({ [`items.${i}.questionRowId`]: 'この相談の質問を選んでください' });
      const stands = [...reply.passages, ...added].some(
        (one) => one.measure?.id === measureId && one.questionRowIds.includes(questionRowId),
      );
      if (stands) continue;
      named.push(measure);
      added.push(measurePassage(measure, measure.version, question));
    }
    return { added, named };
  }
}

const inwardOf = (actor: Actor, { id, consultationId }: ReplyEntity) =>
  ({ consultationId, subjectId: id, actor, audience: 'inward' }) as const;

function callsEnded(ended: readonly MeasureNow[]): DomainError {
  const titles = ended.map(({ title }) => quoted(title)).join('、');
  const message = `${titles}の公募は終了しています。それでも加える場合は、確認の欄に印を付けてください。`;
  return new DomainError('invalid', 'reply.call_ended', message, { fields: { endedConfirmed: message } });
}

const editedMeanwhile = ({ text }: Passage, { fresh }: PassageRecord) =>
  new DomainError(
    'conflict',
    'reply.passage_edited',
    'この文章は、窓口が書き直しています。両方の内容を確認し、置き換えるか残すかを選んでください。',
    { current: { own: text, fresh } },
  );

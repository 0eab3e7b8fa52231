import type { EntityManager } from 'typeorm';
import type { Passage } from '../contract/replies.js';
import { type MeasureNow, measuresNow } from '../measures/versions.js';
import { fold } from '../platform/fold.js';
import { acceptedMeasures, repliedMeasures } from './accepted-measures.js';
import { measurePassage } from './measure-passage.js';
import { placeOf } from './placing.js';
import type { ReplyEntity } from './reply.entity.js';
import { type QuestionState, type Source, sourcesOf } from './sources.js';

/** Under which a reply remembers that a measure has flowed in, also after the desk took it out. */
export const measureKey = (id: string): string => `measure:${id}`;

/** Whether an answer of a ministry names the measure: then the answer says more than the catalogue. */
export const isAnswered = ({ title, common_name }: MeasureNow, sources: readonly Source[]): boolean =>
  sources.some(({ answer }) => {
    const name = fold(answer?.measureName ?? '');
    return name !== '' && [title, common_name].some((own) => fold(own) === name);
  });

/** Accepted measures that neither flowed in before nor stand in an answer; those whose call has ended apart. */
export async function freshMeasures(
  tx: EntityManager,
  reply: ReplyEntity,
  today: string,
): Promise<{ fresh: MeasureNow[]; ended: MeasureNow[] }> {
  const { consultationId, passages, taken } = reply;
  const replied = await repliedMeasures(tx, consultationId);
  const stands = (id: string) => replied.has(id) || passages.some(({ measure }) => measure?.id === id);
  const accepted = await acceptedMeasures(tx, consultationId);
  const ids = accepted.filter((id) => !taken.includes(measureKey(id)) && !stands(id));
  const now = await measuresNow(tx, ids, today);
  const sources = await sourcesOf(tx, consultationId);
  const measures = ids.flatMap((id) => now.get(id) ?? []).filter((measure) => !isAnswered(measure, sources));
  return {
    fresh: measures.filter(({ call }) => call !== 'ended'),
    ended: measures.filter(({ call }) => call === 'ended'),
  };
}

/** Each under the question it is nearest to. */
export const placedMeasures = (measures: readonly MeasureNow[], questions: readonly QuestionState[]): Passage[] =>
  measures.flatMap((measure) => {
    const question = placeOf(measure, questions);
    return question ? [measurePassage(measure, measure.version, question)] : [];
  });

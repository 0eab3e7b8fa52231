import type { DataSource } from 'typeorm';
import type { MeasureCandidate } from '../contract/reply-measures.js';
import type { Actor } from '../identity/actor.js';
import { measuresNow } from '../measures/versions.js';
import { acceptedMeasures, basketOf } from './accepted-measures.js';
import { isAnswered } from './measure-flow.js';
import { placeOf } from './placing.js';
import type { ReplyEntity } from './reply.entity.js';
import type { QuestionState, Source } from './sources.js';

/** What the desk may take into the draft: measures accepted for the 相談, then those in the reader's own 控え. */
export async function candidatesOf(
  db: DataSource,
  actor: Actor,
  reply: ReplyEntity,
  { questions, sources, today }: { questions: readonly QuestionState[]; sources: readonly Source[]; today: string },
): Promise<MeasureCandidate[]> {
  const accepted = await acceptedMeasures(db, reply.consultationId);
  const collected = await basketOf(db, actor.id);
  const ids = [...new Set([...accepted, ...collected])];
  const now = await measuresNow(db, ids, today);
  return ids.flatMap((id) => {
    const measure = now.get(id);
    if (!measure) return [];
    return [
      {
        id,
        title: measure.title,
        edition: measure.edition as MeasureCandidate['edition'],
        sourceRef: measure.ref,
        call: measure.call,
        applyUntil: measure.apply_until,
        from: accepted.includes(id) ? ('choice' as const) : ('basket' as const),
        questionRowId: placeOf(measure, questions)?.id ?? null,
        placedAt: reply.passages.flatMap((passage) => (passage.measure?.id === id ? passage.questionRowIds : [])),
        answered: isAnswered(measure, sources),
      },
    ];
  });
}

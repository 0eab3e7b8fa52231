import type { DataSource } from 'typeorm';
import type { CallState } from '../contract/measures.js';
import { measuresNow } from '../measures/versions.js';

/** Suggested measures with their calls: who takes one must see that it has ended. */
export async function withCalls<Suggested extends { id: string }>(
  db: DataSource,
  measures: readonly Suggested[],
  today: string,
): Promise<(Suggested & { call: CallState; applyUntil: string | null })[]> {
  const now = await measuresNow(
    db,
    measures.map(({ id }) => id),
    today,
  );
  return measures.map((measure) => {
    const { call = 'none', apply_until = null } = now.get(measure.id) ?? {};
    return { ...measure, call, applyUntil: apply_until };
  });
}

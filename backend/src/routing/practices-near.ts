import type { GoodPractice } from '../contract/good-practices.js';
import type { GoodPracticeQueries } from '../good-practices/good-practice.queries.js';
import type { Card } from './card.js';
import type { Suggester } from './suggester.js';

/** More than there are: all are looked at. */
const ALL = { page: 1, size: 1000 };

/** The 好事例 nearest to a card, with the words both use. */
export async function practicesNear(
  practices: GoodPracticeQueries,
  suggester: Suggester,
  card: Card,
  shown: number,
): Promise<(GoodPractice & { words: string[] })[]> {
  const { items } = await practices.list(ALL);
  const texts = items.map(({ name, elements, fields }) =>
    [name, ...elements, ...fields.map((field) => field.name)].join('。'),
  );
  return suggester
    .near(card, texts)
    .slice(0, shown)
    .flatMap(({ at, words }) => {
      const practice = items[at];
      return practice ? [{ ...practice, words }] : [];
    });
}

import { met } from './figures.mjs';

/**
 * One observation per group of records with the same heading or nearly the same text: its first record. What is asked
 * about is the record's terms, not its sentences.
 */
export function crossValidate(suggester) {
  const { records, measures, termsOf } = suggester.knowledge;
  const groups = new Map();
  for (const [at, { group }] of records.entries()) groups.set(group, [...(groups.get(group) ?? []), at]);
  const inferred = measures.map((_, at) => records.length + at);
  const shares = [...groups.values()].map((members) => {
    const { id, heading, ministries } = records[members[0]];
    const issue = termsOf(id)
      .map(([term]) => term)
      .join('、');
    const card = { title: heading, issue, idea: '', elements: [], ask: '' };
    const suggestions = suggester.suggest(card, new Set([...members, ...inferred]));
    return met(
      suggestions.ministries.map(({ name }) => name),
      ministries.map((name) => [name]),
    );
  });
  return [
    ['recall@3', shares.map((share) => share(3))],
    ['recall@5', shares.map((share) => share(5))],
    ['all@5', shares.map((share) => (share(5) === 1 ? 1 : 0))],
  ];
}

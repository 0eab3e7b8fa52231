import { ensureBuilt } from '../build.mjs';

/** The product's suggester, built if need be; nothing but predictions goes to the standard output. */
export async function loadSuggester(root) {
  const log = console.log;
  console.log = console.error;
  await ensureBuilt(root, ['backend']).finally(() => {
    console.log = log;
  });
  const { Suggester } = await import('../../backend/dist/routing/suggester.js');
  const { readKnowledge } = await import('../../backend/dist/routing/knowledge.js');
  return new Suggester(await readKnowledge());
}

/** What a suggestion may read of a card. */
export const readable = ({ lead, title, issue, idea, elements, ask }) => ({
  lead,
  title: title ?? '',
  issue: issue ?? '',
  idea: idea ?? '',
  elements: elements ?? [],
  ask: ask ?? '',
});

export function predictionOf(suggester, card) {
  const { ministries, measures, similarRecords, outOfScope, noMunicipality, vague } = suggester.suggest(readable(card));
  return {
    id: card.id,
    ministries: ministries.map(({ name, score, divisions, citations, remits }) => ({
      name,
      score,
      divisions: divisions.map((division) => division.name),
      evidence: citations.map(({ id, terms }) => ({ record: id, terms })),
      remits: remits.map(({ word, via }) => (via ? { word, via } : { word })),
    })),
    measures: [
      ...measures.map(({ id, title, score, terms, everyday }) => ({ id, title, score, terms, everyday })),
      ...similarRecords.map(({ id, heading, terms }) => ({ id, title: heading, terms })),
    ],
    out_of_scope: outOfScope.raised,
    no_municipality_lead: noMunicipality.raised,
    vague: vague.raised,
  };
}

// Measures that the 2025 strategy prints twice.
const PRINTED_TWICE = {
  'M25-Af-1-02': 'M25-Aa-1-05',
  'M25-Cj-2-01': 'M25-Ci-2-01',
  'M25-Cj-2-02': 'M25-Ci-2-03',
};

/** The share of required entries, each with its alternatives, within the first k names. */
export const met = (names, required) => (k) =>
  required.filter((alternatives) => alternatives.some((name) => names.slice(0, k).includes(name))).length /
  required.length;

/** Observations per figure, for labelled cards with their suggestions. */
export function cardFigures(asked) {
  const inScope = asked.filter(({ card }) => !card.labels.out_of_scope);
  const ministries = inScope.map(({ card, suggestions }) => ({
    type: card.type,
    share: met(
      suggestions.ministries.map(({ name }) => name),
      card.labels.ministries_required.map((entry) => entry.split('|')),
    ),
  }));
  const measures = inScope.map(({ card, suggestions }) => {
    const labelled = new Set(card.labels.measures.map((id) => PRINTED_TWICE[id] ?? id));
    const found = suggestions.measures.map(({ id }) => labelled.has(id));
    return { hits: (k) => found.slice(0, k).filter(Boolean).length, labelled: labelled.size };
  });
  const combined = ministries.filter(({ type }) => type === 'shinketsugo');
  return [
    ['reqR@1', ministries.map(({ share }) => share(1))],
    ['reqR@3', ministries.map(({ share }) => share(3))],
    ['reqR@5', ministries.map(({ share }) => share(5))],
    ['all@5', ministries.map(({ share }) => (share(5) === 1 ? 1 : 0))],
    ['新結合 reqR@5', combined.map(({ share }) => share(5))],
    ['m.hit@5', measures.map(({ hits }) => (hits(5) > 0 ? 1 : 0))],
    ['m.R@10', measures.map(({ hits, labelled }) => hits(10) / labelled)],
    ...flagFigures(
      'out of scope',
      asked,
      ({ card }) => card.labels.out_of_scope,
      ({ suggestions }) => suggestions.outOfScope.raised,
    ),
    ...flagFigures(
      'no municipality',
      inScope,
      ({ card }) => card.labels.no_municipality_lead,
      ({ suggestions }) => suggestions.noMunicipality.raised,
    ),
  ];
}

/** Precision over the flags raised, recall over the flags due. */
function flagFigures(name, asked, due, raised) {
  const hit = (one) => (due(one) && raised(one) ? 1 : 0);
  return [
    [`${name} precision`, asked.filter(raised).map(hit)],
    [`${name} recall`, asked.filter(due).map(hit)],
  ];
}

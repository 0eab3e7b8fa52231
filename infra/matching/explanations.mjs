import { Failure } from '../failure.mjs';

/** What was asked about the teams, in words, a line each. */
export function explanationsOf(matching, draft, { explain, whyNot, swap }) {
  const towns = new Set(draft.teams.map(({ municipality }) => municipality));
  const people = new Set(draft.problem.officers.map(({ id }) => id));
  for (const town of [...explain, ...whyNot.map(([one]) => one)]) demand(towns.has(town), town);
  for (const id of [...whyNot.map(([, one]) => one), ...swap.flat()]) demand(people.has(id), id);
  return [
    ...explain.flatMap((town) => matching.teamInWords(draft, town)),
    ...whyNot.flatMap(([town, officer]) => matching.whyNotInWords(draft, town, officer)),
    ...swap.flatMap(([one, other]) => matching.exchangeInWords(draft, one, other)),
  ];
}

function demand(known, id) {
  if (known) return;
  throw new Failure(
    `${id} は編成にありません。番号を確かめてください。`,
    `${id} is not in this matching. Check the id.`,
  );
}

import { CARD_PART_LABEL, type Context } from '@musubi/backend/contract/suggestions';

/** Words of the evidence, marked where the カルテ says them. */
export function Said({ words, contexts }: { words: readonly string[]; contexts: readonly Context[] }) {
  const said = [...new Set(words)].flatMap((word) => contexts.find((context) => context.word === word) ?? []);
  if (said.length === 0) return null;
  return (
    <ul className="grid gap-1">
      {said.map(({ word, part, before, said: marked, after }) => (
        <li key={word} className="wrap-anywhere">
          <span className="text-solid-gray-700">{CARD_PART_LABEL[part]}：</span>
          {before}
          <mark className="bg-yellow-200 font-700">{marked}</mark>
          {after}
        </li>
      ))}
    </ul>
  );
}

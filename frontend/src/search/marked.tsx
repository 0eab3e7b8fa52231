import type { Stretch } from '@musubi/backend/contract/search';

/** A text with what was searched for marked. */
export function Marked({ stretches }: { stretches: readonly Stretch[] }) {
  let end = 0;
  return stretches.map(({ text, hit }) => {
    end += text.length;
    return hit ? (
      <mark key={end} className="bg-yellow-200 font-700 text-inherit">
        {text}
      </mark>
    ) : (
      text
    );
  });
}

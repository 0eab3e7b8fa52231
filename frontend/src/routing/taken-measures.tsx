import type { Choice } from '@musubi/backend/contract/suggestions';
import { InwardNote } from '@/ui/voice';
import { standing } from './standing';

/** What the desk took for the reply while it triaged. The town reads of it only what the reply says. */
export function TakenMeasures({ choices }: { choices: readonly Choice[] }) {
  const taken = standing(choices, 'measure');
  if (taken.length === 0) return null;
  return (
    <InwardNote label="採用した施策（団体には見えません）">
      <ul className="list-disc pl-5">
        {taken.map(({ id, label }) => (
          <li key={id}>{label}</li>
        ))}
      </ul>
    </InwardNote>
  );
}

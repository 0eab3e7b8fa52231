import type { ProposalPage } from '@musubi/backend/contract/proposals';
import { points } from './points';

type Found = Pick<ProposalPage, 'fair' | 'status' | 'total' | 'minimum' | 'bound' | 'minimumBound' | 'moves' | 'teams'>;

/** Nearer than this, two smallest scores are not told apart by the search. */
const ALIKE = 0.01;

/** What is known for certain of a proposal, and what is not: a figure alone looks like more than was proven. */
export function Proven({ proposal }: { proposal: Found }) {
  const { proven, open } = proofOf(proposal);
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Words title="証明したこと" none="ありません。" words={proven} />
      <Words title="証明していないこと" none="ありません。" words={open} />
    </div>
  );
}

function Words({ title, none, words }: { title: string; none: string; words: readonly string[] }) {
  return (
    <div className="grid content-start gap-1">
      <h3 className="text-std-17B-170">{title}</h3>
      {words.length === 0 && <p>{none}</p>}
      <ul className="list-disc pl-5">
        {words.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
}

interface Proof {
  proven: string[];
  open: string[];
}

function proofOf({ fair, status, total, minimum, bound, minimumBound, moves }: Found): Proof {
  const among = moves === null ? '' : `動く人を${moves}人までとする範囲で、`;
  if (!fair) return sumProof(total, bound, among);
  const least = leastProof(minimum, minimumBound);
  if (least.open.length > 0 || status === 'byHand') {
    const beside = `最も低い適合度が${points(minimum)}点の編成のうち、合計がこれより高いものがないこと`;
    return { proven: least.proven, open: [...least.open, beside] };
  }
  const sum = sumProof(total, bound, `最も低い適合度が${points(minimum)}点の編成の中で、`);
  return { proven: [...least.proven, ...sum.proven], open: sum.open };
}

function sumProof(total: number | null, bound: number | null, among: string): Proof {
  if (total === null || bound === null) return { proven: [], open: [`${among}合計がこれより高い編成がないこと`] };
  if (bound - total < ALIKE) return { proven: [`${among}合計がこれより高い編成はありません。`], open: [] };
  return {
    proven: [`${among}合計が${points(bound)}点を超える編成はありません。`],
    open: [`${among}合計が${points(total)}点を超え${points(bound)}点までの編成がないこと`],
  };
}

function leastProof(minimum: number | null, most: number | null): Proof {
  if (minimum === null || most === null) return { proven: [], open: ['最も低い適合度をこれより高くできないこと'] };
  if (most - minimum < 2 * ALIKE) {
    return {
      proven: [`最も低い適合度をこれより高くできる編成はありません（${ALIKE}点未満の差は区別していません）。`],
      open: [],
    };
  }
  return {
    proven: [`最も低い適合度が${points(most)}点を超える編成はありません。`],
    open: [`最も低い適合度を${points(minimum)}点より高くできないこと`],
  };
}

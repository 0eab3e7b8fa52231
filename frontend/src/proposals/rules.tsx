import type { ProposalPage } from '@musubi/backend/contract/proposals';
import { withParams } from '@/lib/address';
import { Card } from '@/ui/card';
import { Link } from '@/ui/link';

/** What was added to the rules that always hold, and the weights. */
export function Rules({ proposal, mayChange }: { proposal: ProposalPage; mayChange: boolean }) {
  const { id, rules, weights } = proposal;
  return (
    <Card title="この案の規則と配点">
      <div className="grid gap-3">
        {rules.length === 0 && <p>固定、除外などの規則は加えていません。</p>}
        <ol className="grid gap-2">
          {rules.map((words, at) => (
            <li key={words} className="flex flex-wrap gap-x-4">
              {words}
              {mayChange && (
                <Link href={withParams(`/proposals/${id}/change`, {}, { kind: 'dropRule', rule: at })}>
                  外す<span className="sr-only">：{words}</span>
                </Link>
              )}
            </li>
          ))}
        </ol>
        <p>配点：{weights.map(({ label, points }) => `${label} ${points}`).join('、')}</p>
      </div>
    </Card>
  );
}

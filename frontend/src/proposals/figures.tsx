import type { ProposalPage, ProposalSummary } from '@musubi/backend/contract/proposals';
import type { Route } from 'next';
import { Banner } from '@/ui/banner';
import { Card } from '@/ui/card';
import { DescriptionList } from '@/ui/description-list';
import { Link } from '@/ui/link';
import { points } from './points';
import { Proven } from './proven';

/** The sum, what is proven of it, and the ways to compare. */
export function Figures({ proposal, others }: { proposal: ProposalPage; others: readonly ProposalSummary[] }) {
  const { id, total, minimum, conflicts, teams, reserve, fair, madeFrom } = proposal;
  return (
    <Card title="全体">
      <div className="grid gap-4">
        {conflicts > 0 && (
          <Banner kind="warning" title={`規則に反しているところが${conflicts}件あります`}>
            反しているチームに印を付けています。確定するには、全て解消してください。
          </Banner>
        )}
        <DescriptionList
          items={[
            { term: '適合度の合計', value: `${points(total)}点` },
            { term: '最も低い適合度', value: `${points(minimum)}点${fair ? '（公平を優先）' : ''}` },
            { term: 'チームと待機', value: `${teams.length}チーム、待機${reserve.length}人` },
          ]}
        />
        <Proven proposal={proposal} />
        {others.length > 0 && (
          <p className="flex flex-wrap gap-x-4 gap-y-1">
            ほかの案と比べる：
            {others.map((other) => (
              <Link key={other.id} href={`/proposals/${other.id}/compare/${id}` as Route}>
                第{other.serial}案{other.id === madeFrom?.id && '（元の案）'}
              </Link>
            ))}
          </p>
        )}
      </div>
    </Card>
  );
}

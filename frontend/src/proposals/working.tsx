import type { ProposalPage } from '@musubi/backend/contract/proposals';
import type { Route } from 'next';
import { ActionButton } from '@/ui/action-button';
import { Banner } from '@/ui/banner';
import { Card } from '@/ui/card';
import { DescriptionList } from '@/ui/description-list';
import { Link } from '@/ui/link';
import { stop } from './actions';
import { FollowProgress } from './follow-progress';
import { points } from './points';

/** While the teams are looked for: the best so far, how far it may be from the best there is, and the way to stop. */
export function Working({ proposal }: { proposal: ProposalPage }) {
  const { id, fair, progress, silent, stopping, allowedActions } = proposal;
  return (
    <Card title={stopping ? '計算を止めています' : '計算しています'}>
      <FollowProgress />
      <div className="grid gap-4">
        {silent && (
          <Banner kind="warning" title="計算からの連絡が途絶えています">
            計算は自動でやり直され、同じ結果になります。何度も続くときは、管理者に連絡してください。
          </Banner>
        )}
        {progress ? (
          <DescriptionList
            items={[
              { term: '今の最良の合計', value: `${points(progress.total)}点` },
              { term: '最も低い適合度', value: `${points(progress.minimum)}点` },
              ...(fair ? leastItems(progress) : sumItems(progress)),
            ]}
          />
        ) : (
          <p>順番を待っています。間もなく始まります。</p>
        )}
        <p>
          <Link href={`/proposals/${id}` as Route}>最新の状況を読み込む</Link>
        </p>
        {allowedActions.includes('stop') && !stopping && (
          <ActionButton action={stop.bind(null, id)} variant="outline">
            今の最良で止める
          </ActionButton>
        )}
      </div>
    </Card>
  );
}

type Progress = NonNullable<ProposalPage['progress']>;

const SEEKING = '求めています';

const sumItems = ({ bound, gap }: Progress) => [
  { term: '合計の上限', value: bound === null ? SEEKING : `${points(bound)}点` },
  { term: '上限との差', value: gap === null ? SEEKING : `${(gap * 100).toFixed(2)}％以内` },
];

/** The smallest score is raised first; the sum follows. */
const leastItems = ({ minimumBound }: Progress) => [
  { term: '最も低い適合度の上限', value: minimumBound === null ? SEEKING : `${points(minimumBound)}点` },
];

import { OUTCOME_LABEL } from '@musubi/backend/contract/continuation';
import type { Metadata, Route } from 'next';
import { getContinuation, getContinuations } from '@/continuation/api';
import { DecideForm, WishForm } from '@/continuation/forms';
import { yearsInWords } from '@/continuation/words';
import { getTeam } from '@/teams/api';
import { Card } from '@/ui/card';
import { DescriptionList } from '@/ui/description-list';
import { DoneBanner } from '@/ui/done-banner';
import { Link } from '@/ui/link';
import { Day } from '@/ui/time';

export const metadata: Metadata = { title: '継続' };

export default async function ContinuationPage({ params, searchParams }: PageProps<'/teams/[id]/continuation'>) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const continuation = await getContinuation(id);
  const { wish, decision, allowedActions } = continuation;
  const decides = allowedActions.includes('decide');
  const { targets } = decides ? await getContinuations((await getTeam(id)).round.id) : { targets: [] };
  const settled = decision?.outcome === 'carried';
  return (
    <div className="grid max-w-4xl gap-6">
      <DoneBanner done={done} />
      <Card title="団体の希望">
        {wish ? (
          <DescriptionList
            preserve
            items={[
              { term: '次年度以降の継続', value: yearsInWords(wish.years) },
              {
                term: '伝えた日',
                value: (
                  <>
                    <Day value={wish.saidOn} />
                    {wish.from === 'survey' ? '（調査の回答による）' : ''}
                  </>
                ),
              },
              ...(wish.note ? [{ term: '継続して取り組みたいこと', value: wish.note }] : []),
              ...(wish.again.length > 0
                ? [
                    {
                      term: '引き続き希望する支援官',
                      value: wish.again.map(({ ministry, name }) => `${ministry}　${name}`).join('、'),
                    },
                  ]
                : []),
            ]}
          />
        ) : (
          <p>まだ伝えられていません。この画面又は期末の調査で伝えられます。</p>
        )}
      </Card>
      {decision && (
        <Card title="事務局の決定">
          <DescriptionList
            preserve
            items={[
              { term: '決定', value: OUTCOME_LABEL[decision.outcome] },
              { term: '決定した日', value: <Day value={decision.decidedOn} /> },
              ...(decision.reason ? [{ term: '理由', value: decision.reason }] : []),
              ...(decision.applicationId
                ? [
                    {
                      term: '引継ぎ先',
                      value: decides ? (
                        `${decision.round}（団体が応募の下書きを確かめています）`
                      ) : (
                        <Link href={`/applications/${decision.applicationId}` as Route}>
                          {decision.round}の応募を開く
                        </Link>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </Card>
      )}
      {allowedActions.includes('wish') && !settled && (
        <Card title={wish ? '希望を改める' : '希望を伝える'}>
          <WishForm continuation={continuation} />
        </Card>
      )}
      {decides && !settled && (
        <Card title="次の年度への引継ぎ">
          <DecideForm teamId={id} targets={targets} />
        </Card>
      )}
    </div>
  );
}

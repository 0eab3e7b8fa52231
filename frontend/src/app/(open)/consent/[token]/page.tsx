import type { Metadata } from 'next';
import { getConsent } from '@/applications/api';
import { ConsentForm } from '@/applications/forms';
import { Banner } from '@/ui/banner';
import { DescriptionList } from '@/ui/description-list';
import { OpenPage } from '@/ui/page-frame';

export const metadata: Metadata = { title: '所属長の同意' };

export default async function ConsentPage({ params }: PageProps<'/consent/[token]'>) {
  const { token } = await params;
  const { round, applicant, ministry, division, hours, superior, state } = await getConsent(token);
  return (
    <OpenPage title="地方創生支援官への応募についての同意">
      {state === 'answered' && (
        <Banner kind="success" title="返答を受け付けました">
          再度の返答は必要ありません。
        </Banner>
      )}
      {state === 'ended' && (
        <Banner kind="info" title="この依頼は取り消されました">
          返答は必要ありません。新しい依頼が届いているときは、そのメールのリンクを開いてください。
        </Banner>
      )}
      <DescriptionList
        items={[
          { term: '募集', value: round },
          { term: '応募した職員', value: applicant },
          { term: '所属', value: `${ministry} ${division}` },
          { term: '支援に使う時間', value: hours },
          { term: '返答をお願いする方', value: `${superior} 様` },
        ]}
      />
      {state === 'open' && (
        <>
          <p>
            同意すると、任期中、上の時間を地方創生支援官の活動（定例のオンライン会議、年に数回の現地訪問など）に使うことを認めたことになります。返答は一度だけできます。
          </p>
          <ConsentForm token={token} />
        </>
      )}
    </OpenPage>
  );
}

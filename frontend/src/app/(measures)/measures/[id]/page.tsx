import type { Metadata, Route } from 'next';
import { hasSession } from '@/lib/visitor';
import { getHistory, getMeasure } from '@/measures/api';
import { CallNotice } from '@/measures/call-notice';
import { KeepButton } from '@/measures/keep-button';
import { conditionsOf, Facts, Kpis, Versions } from '@/measures/measure-details';
import { MeasureBadges } from '@/measures/words';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Card } from '@/ui/card';
import { DescriptionList } from '@/ui/description-list';
import { DoneBanner } from '@/ui/done-banner';
import { LinkButton } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { WithoutScripts } from '@/ui/without-scripts';

export async function generateMetadata({ params }: PageProps<'/measures/[id]'>): Promise<Metadata> {
  return { title: `${(await getMeasure((await params).id)).title}（施策）` };
}

export default async function MeasurePage({ params, searchParams }: PageProps<'/measures/[id]'>) {
  const measure = await getMeasure((await params).id);
  const { id, title, commonName, inBasket, text, allowedActions } = measure;
  const conditions = conditionsOf(measure);
  const signedIn = await hasSession();
  const history = signedIn ? (await getHistory(id)).items : [];
  return (
    <div className="grid max-w-4xl gap-6">
      <WithoutScripts />
      <Breadcrumb trail={[{ label: '施策', href: '/measures' }]} here={title} />
      <PageHeader
        title={title}
        badges={<MeasureBadges {...measure} />}
        actions={
          <>
            {signedIn && <KeepButton id={id} inBasket={inBasket} back={`/measures/${id}` as Route} />}
            {allowedActions.includes('edit') && (
              <LinkButton href={`/measures/${id}/edit` as Route} variant="outline">
                直す
              </LinkButton>
            )}
          </>
        }
      >
        {commonName && <p>通称：{commonName}</p>}
      </PageHeader>
      <DoneBanner done={(await searchParams).done} />
      <CallNotice {...measure} />
      <Card title="施策の位置と所管">
        <Facts measure={measure} />
      </Card>
      <Card title="内容">
        {text === '' ? (
          <p>本文は取り込まれていません。出典の資料で確認してください。</p>
        ) : (
          <p className="whitespace-pre-wrap">{text}</p>
        )}
      </Card>
      <Card title="対象、要件、金額、公募">
        {conditions.length > 0 ? (
          <DescriptionList preserve items={conditions} />
        ) : (
          <p>登録されていません。所管の府省庁に確認してください。</p>
        )}
      </Card>
      <Kpis {...measure} />
      <Versions items={history} />
    </div>
  );
}

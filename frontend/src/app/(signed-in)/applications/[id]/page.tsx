import { APPLICATION_STATE_LABEL, CONSENT_LABEL } from '@musubi/backend/contract/applications';
import type { Metadata, Route } from 'next';
import { getApplication } from '@/applications/api';
import { ClosingBanner } from '@/applications/closing-banner';
import { AskConsentForm, WithdrawForm } from '@/applications/forms';
import { getOrigin } from '@/continuation/api';
import { OriginCard } from '@/continuation/origin-card';
import { sheetOfApplication } from '@/karte/sheet-home';
import { SheetView } from '@/karte/sheet-view';
import { getLetter } from '@/selection/api';
import { LetterCard } from '@/selection/letter-card';
import { Card } from '@/ui/card';
import { DescriptionList } from '@/ui/description-list';
import { DoneBanner } from '@/ui/done-banner';
import { LinkButton } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { StatusBadge } from '@/ui/status-badge';
import { Moment } from '@/ui/time';

export async function generateMetadata({ params }: PageProps<'/applications/[id]'>): Promise<Metadata> {
  const { number } = await getApplication((await params).id);
  return { title: number ? `応募 ${number}` : '応募の下書き' };
}

export default async function ApplicationPage({ params, searchParams }: PageProps<'/applications/[id]'>) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const application = await getApplication(id);
  const { state, number, municipality, applicant, round, submittedAt, consent, place, allowedActions } = application;
  const { origin } = await getOrigin(id);
  const letter = ['chosen', 'reserve', 'notChosen'].includes(state) ? await getLetter(id) : null;
  return (
    <div className="grid max-w-4xl gap-6">
      <PageHeader
        title={municipality?.label ?? applicant}
        badges={
          <StatusBadge tone={state === 'draft' ? 'waiting' : 'active'}>{APPLICATION_STATE_LABEL[state]}</StatusBadge>
        }
        actions={
          allowedActions.includes('edit') && (
            <>
              <LinkButton href={`/applications/${id}/edit` as Route} variant="outline">
                下書きを編集する
              </LinkButton>
              <LinkButton href={`/applications/${id}/submit` as Route}>内容を確認して応募する</LinkButton>
            </>
          )
        }
      />
      <DoneBanner done={done} />
      <ClosingBanner state={state} call={application.call} />
      {letter && <LetterCard letter={letter} />}
      <DescriptionList
        items={[
          { term: '募集', value: round.name },
          { term: '受付番号', value: number ?? '（応募すると付きます）' },
          { term: '応募した日時', value: <Moment value={submittedAt} /> },
          ...(place ? [{ term: '補欠の順位', value: `第${place}順位` }] : []),
          ...(consent
            ? [
                { term: '所属長の同意', value: CONSENT_LABEL[consent.state] },
                { term: '依頼した所属長', value: `${consent.superior}（${consent.address}）` },
                ...(consent.reason ? [{ term: '不同意の理由', value: consent.reason }] : []),
              ]
            : []),
        ]}
      />
      {origin && <OriginCard origin={origin} />}
      {allowedActions.includes('askConsent') && <AskConsentForm id={id} />}
      <Card title={application.form.name}>
        <SheetView sheet={sheetOfApplication(application)} />
      </Card>
      {allowedActions.includes('withdraw') && <WithdrawForm id={id} />}
    </div>
  );
}

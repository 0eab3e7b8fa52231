import type { Metadata, Route } from 'next';
import { getCheck, getSheet } from '@/karte/api';
import { CheckResult } from '@/karte/check-result';
import { Notices } from '@/karte/notices';
import { SheetView } from '@/karte/sheet-view';
import { ReviewForm, SendBackForm, SubmitForm } from '@/karte/submit-forms';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { Link, LinkButton } from '@/ui/link';

export const metadata: Metadata = { title: '相談カルテの確認と提出' };

export default async function SubmitPage({ params }: PageProps<'/consultations/[id]/submit'>) {
  const { id } = await params;
  const sheet = await getSheet(id);
  const { allowedActions: actions, state } = sheet;
  if (!actions.includes('edit')) {
    return (
      <EmptyState title="この相談カルテは提出済みです">
        <Link href={`/consultations/${id}` as Route}>相談の画面へ</Link>
      </EmptyState>
    );
  }
  const check = await getCheck(id);
  const ready = Object.keys(check.faults).length === 0;
  const inReview = state === 'reviewing' || state === 'correcting';
  return (
    <div className="grid max-w-4xl gap-6">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h2 className="text-std-24B-150">相談カルテの確認と提出</h2>
        <div className="flex flex-wrap gap-2">
          <LinkButton href={`/consultations/${id}/edit` as Route} variant="outline">
            編集に戻る
          </LinkButton>
          <LinkButton href={`/consultations/${id}/print` as Route} variant="outline">
            印刷用の表示
          </LinkButton>
        </div>
      </div>
      <CheckResult home="consultations" id={id} form={sheet.form} check={check} mayEdit />
      <Notices notices={sheet.form.notices} />
      <Card title="提出">
        <div className="grid gap-6">
          {inReview && !actions.includes('submit') && (
            <p>承認者が確認しています。承認者が提出すると、窓口に届きます。</p>
          )}
          {actions.includes('requestReview') && !actions.includes('submit') && (
            <p>承認者に確認を依頼します。承認者が提出すると、窓口に届きます。</p>
          )}
          {actions.includes('submit') && ready && (
            <SubmitForm id={id} version={sheet.version} warnings={check.warnings.map(({ message }) => message)} />
          )}
          {actions.includes('submit') && !ready && <p>必要な項目を記入すると、ここから提出できます。</p>}
          {actions.includes('requestReview') && <ReviewForm id={id} />}
          {actions.includes('sendBackToAuthor') && <SendBackForm id={id} />}
        </div>
      </Card>
      <Card title="記入した内容">
        <SheetView sheet={sheet} />
      </Card>
    </div>
  );
}

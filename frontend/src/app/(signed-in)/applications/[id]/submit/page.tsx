import type { Metadata, Route } from 'next';
import { getApplication, getApplicationCheck } from '@/applications/api';
import { ClosingBanner } from '@/applications/closing-banner';
import { AskReviewForm, SubmitApplicationForm } from '@/applications/forms';
import { CheckResult } from '@/karte/check-result';
import { sheetOfApplication } from '@/karte/sheet-home';
import { SheetView } from '@/karte/sheet-view';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: '応募の確認' };

export default async function ApplicationSubmitPage({ params }: PageProps<'/applications/[id]/submit'>) {
  const { id } = await params;
  const application = await getApplication(id);
  const { allowedActions, form, state, call } = application;
  if (!allowedActions.includes('edit')) {
    return (
      <EmptyState title="今は応募できません">
        <Link href={`/applications/${id}` as Route}>応募の画面</Link>で、状態を確認してください。
      </EmptyState>
    );
  }
  const { faults } = await getApplicationCheck(id);
  const ready = Object.keys(faults).length === 0;
  return (
    <div className="grid max-w-4xl gap-6">
      <PageHeader title="内容を確認して応募する" />
      <ClosingBanner state={state} call={call} />
      <CheckResult home="applications" id={id} form={form} check={{ faults, warnings: [] }} mayEdit />
      <Card title={form.name}>
        <SheetView sheet={sheetOfApplication(application)} />
      </Card>
      {ready && allowedActions.includes('submit') && <SubmitApplicationForm id={id} version={application.version} />}
      {ready && !allowedActions.includes('submit') && (
        <p>応募できるのは、団体の承認者です。承認者に確認を依頼してください。</p>
      )}
      {application.kind === 'town' &&
        allowedActions.includes('requestReview') &&
        !allowedActions.includes('submit') && <AskReviewForm id={id} />}
    </div>
  );
}

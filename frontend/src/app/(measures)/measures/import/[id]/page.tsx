import { IMPORT_KIND_LABEL } from '@musubi/backend/contract/measures';
import type { Metadata } from 'next';
import { getImport } from '@/measures/api';
import { ApplyButton } from '@/measures/apply-button';
import { Difference, Faults, Figures } from '@/measures/import-result';
import { IMPORT_STATE } from '@/measures/import-words';
import { Banner } from '@/ui/banner';
import { Breadcrumb } from '@/ui/breadcrumb';
import { DoneBanner } from '@/ui/done-banner';
import { PageHeader } from '@/ui/page-header';
import { StatusBadge } from '@/ui/status-badge';
import { Moment } from '@/ui/time';

export const metadata: Metadata = { title: '取込みの確認' };

export default async function MeasureImportPage({ params, searchParams }: PageProps<'/measures/import/[id]'>) {
  const { id, fileName, kind, state, faults, appliedAt, appliedBy, createdAt, createdBy, ...shown } = await getImport(
    (await params).id,
  );
  const { label, tone } = IMPORT_STATE[state];
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb
        trail={[
          { label: '施策', href: '/measures' },
          { label: '取込み', href: '/measures/import' },
        ]}
        here={fileName}
      />
      <PageHeader title={fileName} badges={<StatusBadge tone={tone}>{label}</StatusBadge>}>
        <p>
          {kind ? IMPORT_KIND_LABEL[kind] : '種類は分かりません'}　確認：
          <Moment value={createdAt} />　{createdBy ?? 'システム'}
          {appliedAt && (
            <>
              　取込み：
              <Moment value={appliedAt} />　{appliedBy ?? 'システム'}
            </>
          )}
        </p>
      </PageHeader>
      <DoneBanner done={(await searchParams).done} />
      {state === 'nothing' && <Banner kind="info" title="登録済みの内容と同じです。取り込むものはありません。" />}
      {state === 'faulty' ? <Faults faults={faults} /> : <Figures {...shown} />}
      {shown.allowedActions.includes('apply') && <ApplyButton id={id} />}
      <Difference {...shown} />
    </div>
  );
}

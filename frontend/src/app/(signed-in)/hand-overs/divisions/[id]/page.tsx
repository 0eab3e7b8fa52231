import type { Metadata } from 'next';
import { getDivisionHandOver } from '@/hand-overs/api';
import { DivisionHandOverForm } from '@/hand-overs/division-form';
import { groupsOf } from '@/hand-overs/groups';
import { Banner } from '@/ui/banner';
import { Breadcrumb } from '@/ui/breadcrumb';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: '課室の引継ぎ' };

export default async function DivisionHandOverPage({ params, searchParams }: PageProps<'/hand-overs/divisions/[id]'>) {
  const [preview, done] = await Promise.all([getDivisionHandOver((await params).id), searchParams]);
  const { from, total, mayEnd } = preview;
  return (
    <>
      <Breadcrumb trail={[{ label: '課室の引継ぎ', href: '/hand-overs/divisions' }]} here={from.name} />
      <PageHeader title={`${from.name}の引継ぎ`}>
        <p>{from.label}</p>
      </PageHeader>
      {done.moved !== undefined && (
        <Banner kind="success" title={`${done.moved}件を引き継ぎました。残りは${total}件です。`}>
          {done.end === 'true' && <p>元の課室を終了しました。</p>}
        </Banner>
      )}
      {total === 0 && <EmptyState title="引き継ぐものはありません">この課室に残っているものは0件です。</EmptyState>}
      {(total > 0 || mayEnd) && <DivisionHandOverForm preview={preview} groups={groupsOf(preview.items)} />}
    </>
  );
}

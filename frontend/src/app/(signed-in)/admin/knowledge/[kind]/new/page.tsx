import { KNOWLEDGE_KIND_LABEL, KnowledgeKind } from '@musubi/backend/contract/knowledge';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { withParams } from '@/lib/address';
import { EntryForm } from '@/routing/entry-form';
import { getKnowledge } from '@/routing/knowledge-api';
import { Breadcrumb } from '@/ui/breadcrumb';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: '辞書の項目の追加' };

export default async function NewEntryPage({ params }: PageProps<'/admin/knowledge/[kind]/new'>) {
  const { data: kind = notFound() } = KnowledgeKind.safeParse((await params).kind);
  const { version, ministries } = await getKnowledge(kind, new URLSearchParams({ size: '1' }));
  const list = withParams('/admin/knowledge', {}, { kind });
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb trail={[{ label: '候補の辞書', href: list }]} here="項目の追加" />
      <PageHeader title={`${KNOWLEDGE_KIND_LABEL[kind]}に項目を加える`} />
      <EntryForm kind={kind} entry={null} seen={version} ministries={ministries} />
    </div>
  );
}

import { KNOWLEDGE_KIND_LABEL, KnowledgeKind } from '@musubi/backend/contract/knowledge';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { withParams } from '@/lib/address';
import { EntryForm } from '@/routing/entry-form';
import { EntryHistory } from '@/routing/entry-history';
import { getEntry } from '@/routing/knowledge-api';
import { Banner } from '@/ui/banner';
import { Breadcrumb } from '@/ui/breadcrumb';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: '辞書の項目' };

export default async function EntryPage({ params, searchParams }: PageProps<'/admin/knowledge/[kind]/[id]'>) {
  const [{ id, kind: given }, { done }] = await Promise.all([params, searchParams]);
  const { data: kind = notFound() } = KnowledgeKind.safeParse(given);
  const { version, history, ministries, ...entry } = await getEntry(kind, id);
  const list = withParams('/admin/knowledge', {}, { kind });
  const name = entry.head.join('、');
  return (
    <>
      <div className="grid max-w-4xl gap-6">
        <Breadcrumb trail={[{ label: '候補の辞書', href: list }]} here={name} />
        <PageHeader title={`${KNOWLEDGE_KIND_LABEL[kind]}：${name}`} />
        {done === 'changed' && (
          <Banner kind="success" title="辞書を変更しました。">
            次に候補を表示するときから使われます。
          </Banner>
        )}
        <EntryForm kind={kind} entry={entry} seen={version} ministries={ministries} key={version} />
      </div>
      <EntryHistory kind={kind} history={history} />
    </>
  );
}

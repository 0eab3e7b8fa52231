import { KNOWLEDGE_KIND_LABEL, type KnowledgeEntry, KnowledgeKind } from '@musubi/backend/contract/knowledge';
import type { Metadata, Route } from 'next';
import { withParams } from '@/lib/address';
import { getKnowledge } from '@/routing/knowledge-api';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Link, LinkButton } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { type Column, Table } from '@/ui/table';
import { Tabs } from '@/ui/tabs';
import { TextField } from '@/ui/text-field';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '候補の辞書' };

const PATH = '/admin/knowledge';
const SIZE = 50;

const columns = (kind: KnowledgeKind): Column<KnowledgeEntry>[] => [
  {
    header: kind === 'thesaurus' ? '計画や施策の用語' : '府省庁',
    rowHeader: true,
    cell: ({ id, head }) => <Link href={`${PATH}/${kind}/${id}` as Route}>{head.join('、')}</Link>,
  },
  { header: '語', width: '20rem', cell: ({ words }) => words.join('、') },
  { header: '出典・根拠', width: '12rem', cell: ({ source }) => source },
  {
    header: '状態',
    nowrap: true,
    cell: ({ changedIn, removed }) =>
      removed ? '使わない' : changedIn === null ? '初めのまま' : `第${changedIn}版で変更`,
  },
];

export default async function KnowledgeListPage({ searchParams }: PageProps<'/admin/knowledge'>) {
  const params = await searchParams;
  const kind = KnowledgeKind.catch('thesaurus').parse(params.kind);
  const q = String([params.q].flat()[0] ?? '').slice(0, 100);
  const page = Math.max(1, Math.floor(Number(params.page)) || 1);
  const query = new URLSearchParams({ page: String(page), size: String(SIZE), ...(q ? { q } : {}) });
  const { items, total, version, allowedActions } = await getKnowledge(kind, query);
  return (
    <>
      <WithoutScripts />
      <PageHeader
        title="候補の辞書"
        actions={
          allowedActions.includes('change') && (
            <LinkButton href={`${PATH}/${kind}/new` as Route}>項目を加える</LinkButton>
          )
        }
      >
        <p>
          照会先と施策の候補を求めるときに使う語です。今は第{version}
          版です。変更する前に、最近の相談の候補がどう変わるかを確認できます。
          <Link href="/admin/routing-rules">照会先の規則</Link>も見る。
        </p>
      </PageHeader>
      <Tabs
        label="辞書の種類"
        tabs={KnowledgeKind.options.map((each) => ({
          label: KNOWLEDGE_KIND_LABEL[each],
          href: withParams(PATH, {}, { kind: each }),
          current: each === kind,
        }))}
      />
      <form className="flex flex-wrap items-end gap-4">
        <input type="hidden" name="kind" value={kind} />
        <TextField label="語、府省庁、出典で探す" name="q" type="search" defaultValue={q} width="20rem" />
        <Button variant="outline">探す</Button>
      </form>
      {items.length === 0 ? (
        <EmptyState title="当てはまる項目はありません">別の語で探してください。</EmptyState>
      ) : (
        <Table
          caption={KNOWLEDGE_KIND_LABEL[kind]}
          columns={columns(kind)}
          rows={items}
          rowKey={({ id }) => id}
          dense
        />
      )}
      <Pagination total={total} page={page} size={SIZE} href={(to) => withParams(PATH, params, { page: to })} />
    </>
  );
}

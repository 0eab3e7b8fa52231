import type { Ministry } from '@musubi/backend/contract/ministries';
import type { Metadata, Route } from 'next';
import { getMinistries } from '@/ministries/api';
import { SearchForm } from '@/ministries/search-form';
import { Breadcrumb } from '@/ui/breadcrumb';
import { DoneBanner } from '@/ui/done-banner';
import { EmptyState } from '@/ui/empty-state';
import { Link, LinkButton } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { type Column, Table } from '@/ui/table';
import { Day } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '府省庁の管理' };

export default async function MinistriesPage({ searchParams }: PageProps<'/admin/ministries'>) {
  const { q, ended, done } = await searchParams;
  const query = { q: String(q ?? ''), ended: String(ended ?? ''), divisions: 'without' };
  const { items, allowedActions } = await getMinistries(query);
  return (
    <>
      <WithoutScripts />
      <Breadcrumb trail={[{ label: '管理', href: '/admin' }]} here="府省庁" />
      <PageHeader
        title="府省庁"
        actions={
          allowedActions.includes('create') && <LinkButton href="/admin/ministries/new">府省庁を登録する</LinkButton>
        }
      />
      <DoneBanner done={done} />
      <SearchForm label="府省庁又は課室の名称、ふりがな" q={query.q} ended={query.ended === 'true'} />
      {items.length > 0 ? (
        <Table caption="府省庁の一覧" columns={columns(items)} rows={items} rowKey={({ id }) => id} dense />
      ) : (
        <EmptyState title="該当する府省庁はありません。">名称の一部で探してください。</EmptyState>
      )}
    </>
  );
}

const columns = (all: readonly Ministry[]): readonly Column<Ministry>[] => [
  {
    header: '名称',
    cell: ({ id, name }) => <Link href={`/admin/ministries/${id}` as Route}>{name}</Link>,
    rowHeader: true,
    nowrap: true,
  },
  { header: '略称', cell: ({ shortName }) => shortName, nowrap: true },
  { header: '上位', cell: ({ parentId }) => all.find(({ id }) => id === parentId)?.shortName ?? '－', nowrap: true },
  { header: '窓口のメールアドレス', cell: ({ mailbox }) => mailbox },
  { header: '課室', cell: ({ divisionCount }) => `${divisionCount}件`, numeric: true, nowrap: true },
  { header: '開始日', cell: ({ validFrom }) => <Day value={validFrom} />, nowrap: true },
  { header: '終了日', cell: ({ validTo }) => <Day value={validTo} />, nowrap: true },
];

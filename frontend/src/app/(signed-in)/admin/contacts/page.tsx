import type { Contact } from '@musubi/backend/contract/ministries';
import type { Metadata, Route } from 'next';
import { withParams } from '@/lib/address';
import { getContacts, getMinistries } from '@/ministries/api';
import { ministryOptions } from '@/ministries/ministry-options';
import { SearchForm } from '@/ministries/search-form';
import { Breadcrumb } from '@/ui/breadcrumb';
import { DoneBanner } from '@/ui/done-banner';
import { EmptyState } from '@/ui/empty-state';
import { Link, LinkButton } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { Select } from '@/ui/select';
import { type Column, Table } from '@/ui/table';
import { Day } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '担当者の管理' };

const COLUMNS: readonly Column<Contact>[] = [
  {
    header: '氏名',
    cell: ({ id, name, allowedActions }) =>
      allowedActions.includes('update') ? <Link href={`/admin/contacts/${id}` as Route}>{name}</Link> : name,
    rowHeader: true,
    nowrap: true,
  },
  { header: '役職', cell: ({ role }) => role || '－' },
  { header: '所属', cell: ({ organisation }) => organisation, width: '20rem' },
  { header: '電話番号', cell: ({ tel }) => tel || '－', nowrap: true },
  { header: 'メールアドレス', cell: ({ email }) => email || '－' },
  { header: '開始日', cell: ({ validFrom }) => <Day value={validFrom} />, nowrap: true },
  { header: '終了日', cell: ({ validTo }) => <Day value={validTo} />, nowrap: true },
];

export default async function ContactsPage({ searchParams }: PageProps<'/admin/contacts'>) {
  const params = await searchParams;
  const query = { ministryId: String(params.ministryId ?? ''), ended: String(params.ended ?? '') };
  const page = Number(params.page ?? 1);
  const [ministries, { items, total, allowedActions }] = await Promise.all([
    getMinistries({ divisions: 'without' }),
    getContacts({ ...query, page: String(page) }),
  ]);
  const add = `/admin/contacts/new?ministryId=${query.ministryId}` as Route;
  return (
    <>
      <WithoutScripts />
      <Breadcrumb trail={[{ label: '管理', href: '/admin' }]} here="担当者" />
      <PageHeader
        title="担当者"
        actions={
          query.ministryId && allowedActions.includes('create') && <LinkButton href={add}>担当者を登録する</LinkButton>
        }
      >
        {!query.ministryId && <p>府省庁を選ぶと、担当者を登録できます。</p>}
      </PageHeader>
      <DoneBanner done={params.done} />
      <SearchForm ended={query.ended === 'true'}>
        <Select
          label="府省庁"
          name="ministryId"
          defaultValue={query.ministryId}
          options={ministryOptions(ministries.items)}
          empty="すべて"
        />
      </SearchForm>
      {items.length > 0 ? (
        <>
          <Table caption="担当者の一覧" columns={COLUMNS} rows={items} rowKey={({ id }) => id} dense />
          <Pagination
            total={total}
            page={page}
            size={50}
            href={(to) => withParams('/admin/contacts', query, { page: to })}
          />
        </>
      ) : (
        <EmptyState title="登録された担当者はありません。">
          担当者がいないときは、府省庁の取りまとめ窓口に照会します。
        </EmptyState>
      )}
    </>
  );
}

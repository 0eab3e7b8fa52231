import type { PolicyField } from '@musubi/backend/contract/policies';
import type { Metadata, Route } from 'next';
import { getPolicyFields } from '@/policies/api';
import { Breadcrumb } from '@/ui/breadcrumb';
import { DoneBanner } from '@/ui/done-banner';
import { Link, LinkButton } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { type Column, Table } from '@/ui/table';
import { Day } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '政策分野の管理' };

const COLUMNS: readonly Column<PolicyField>[] = [
  {
    header: '分野名',
    cell: ({ code, name }) => <Link href={`/admin/fields/${code}` as Route}>{name}</Link>,
    rowHeader: true,
    nowrap: true,
  },
  { header: '識別子', cell: ({ code }) => code, nowrap: true },
  { header: '並び順', cell: ({ sort }) => sort, numeric: true },
  { header: '開始日', cell: ({ validFrom }) => <Day value={validFrom} />, nowrap: true },
  { header: '終了日', cell: ({ validTo }) => <Day value={validTo} />, nowrap: true },
  { header: '出典', cell: ({ source }) => source, width: '20rem' },
];

export default async function FieldsPage({ searchParams }: PageProps<'/admin/fields'>) {
  const { items, allowedActions } = await getPolicyFields(true);
  return (
    <>
      <WithoutScripts />
      <Breadcrumb trail={[{ label: '管理', href: '/admin' }]} here="政策分野" />
      <PageHeader
        title="政策分野"
        actions={allowedActions.includes('create') && <LinkButton href="/admin/fields/new">分野を登録する</LinkButton>}
      />
      <DoneBanner done={(await searchParams).done} />
      <Table caption="政策分野の一覧" columns={COLUMNS} rows={items} rowKey={({ code }) => code} dense />
    </>
  );
}

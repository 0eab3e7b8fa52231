import type { Person } from '@musubi/backend/contract/identity';
import type { Metadata, Route } from 'next';
import { getPeople } from '@/identity/people-api';
import { withParams } from '@/lib/address';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Link, LinkButton } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { StatusBadge, type Tone } from '@/ui/status-badge';
import { type Column, Table } from '@/ui/table';
import { TextField } from '@/ui/text-field';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '利用者の管理' };

const STATUS: Record<Person['status'], { label: string; tone: Tone }> = {
  invited: { label: '招待中', tone: 'waiting' },
  active: { label: '利用中', tone: 'active' },
  disabled: { label: '停止中', tone: 'closed' },
};

const COLUMNS: Column<Person>[] = [
  {
    header: '氏名',
    cell: ({ id, name }) => <Link href={`/admin/people/${id}` as Route}>{name}</Link>,
    rowHeader: true,
    nowrap: true,
  },
  { header: 'メールアドレス', cell: ({ email }) => email },
  { header: '役割', cell: ({ grants }) => grants.map(({ label }) => label).join('、') },
  {
    header: '状態',
    cell: ({ status }) => <StatusBadge tone={STATUS[status].tone}>{STATUS[status].label}</StatusBadge>,
    nowrap: true,
  },
];

export default async function PeoplePage({ searchParams }: PageProps<'/admin/people'>) {
  const params = await searchParams;
  const q = String(params.q ?? '');
  const page = Number(params.page ?? 1);
  const { items, total } = await getPeople({ q, page: String(page) });
  return (
    <>
      <WithoutScripts />
      <Breadcrumb trail={[{ label: '管理', href: '/admin' }]} here="利用者" />
      <PageHeader title="利用者" actions={<LinkButton href="/admin/people/new">利用者を招待する</LinkButton>} />
      <form className="flex flex-wrap items-end gap-4">
        <TextField label="氏名、ふりがな、メールアドレス" name="q" type="search" defaultValue={q} width="20rem" />
        <Button variant="outline">探す</Button>
      </form>
      {items.length > 0 ? (
        <Table caption="利用者の一覧" columns={COLUMNS} rows={items} rowKey={({ id }) => id} dense />
      ) : (
        <EmptyState title="該当する利用者はいません">氏名の一部で探してください。</EmptyState>
      )}
      <Pagination
        total={total}
        page={page}
        size={50}
        href={(to) => withParams('/admin/people', params, { page: to })}
      />
    </>
  );
}

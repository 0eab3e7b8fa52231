import type { AuditEntry } from '@musubi/backend/contract/audit';
import type { Metadata } from 'next';
import { getTrail } from '@/audit/api';
import { withParams } from '@/lib/address';
import { Button } from '@/ui/button';
import { DateField } from '@/ui/date-field';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { RefusedConditions } from '@/ui/refused-conditions';
import { type Column, Table } from '@/ui/table';
import { TextField } from '@/ui/text-field';
import { Moment } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '監査記録' };

const COLUMNS: Column<AuditEntry>[] = [
  { header: '日時', cell: ({ occurredAt }) => <Moment value={occurredAt} />, rowHeader: true, nowrap: true },
  { header: '行った人', cell: ({ actor }) => actor, nowrap: true },
  { header: '出来事', cell: ({ type }) => <code>{type}</code> },
  { header: '受付番号', cell: ({ number }) => number ?? '－', nowrap: true },
  { header: '府省庁', cell: ({ ministry }) => ministry ?? '－' },
  { header: '内容', cell: ({ data }) => <code className="break-all">{JSON.stringify(data)}</code> },
];

export default async function AuditPage({ searchParams }: PageProps<'/audit'>) {
  const params = await searchParams;
  const filled = Object.entries(params).flatMap(([name, value]) => [value].flat().map((one) => [name, one ?? '']));
  const query = new URLSearchParams(filled.filter(([, value]) => value !== '') as [string, string][]);
  const { items, total, refused } = await getTrail(query);
  const page = Number(query.get('page')) || 1;
  const stored = (name: string) => ({ name, defaultValue: query.get(name) ?? '', error: refused?.fields?.[name] });
  return (
    <>
      <WithoutScripts />
      <PageHeader title="監査記録" />
      <RefusedConditions refused={refused} />
      <form className="flex flex-wrap items-end gap-4">
        <TextField label="受付番号" {...stored('number')} width="14rem" />
        <TextField label="行った人の氏名" {...stored('person')} width="12rem" />
        <TextField label="出来事の頭文字" {...stored('type')} width="12rem" />
        <DateField label="いつから" {...stored('from')} />
        <DateField label="いつまで" {...stored('to')} />
        <Button variant="outline">絞り込む</Button>
      </form>
      {items.length === 0 ? (
        <EmptyState title="該当する記録はありません" />
      ) : (
        <Table caption="監査記録の一覧" columns={COLUMNS} rows={items} rowKey={({ id }) => id} dense />
      )}
      <Pagination total={total} page={page} size={50} href={(to) => withParams('/audit', params, { page: to })} />
    </>
  );
}

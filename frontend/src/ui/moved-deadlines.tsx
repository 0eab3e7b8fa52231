'use client';

import type { MovedDeadline, Recount } from '@musubi/backend/contract/deadlines';
import type { Route } from 'next';
import { Banner } from './banner';
import { Link } from './link';
import { type Column, Table } from './table';

const day = (value: string): string => value.replaceAll('-', '/');

/** Which open deadlines a change moves, before it is made. `kinds` are the names of the kinds of deadlines. */
export function MovedDeadlines({ recount, kinds }: { recount: Recount; kinds: Readonly<Record<string, string>> }) {
  const { open, total, items } = recount;
  if (total === 0) return <Banner kind="info" title={`対応中の期限${open}件のうち、動くものはありません。`} />;
  const columns: Column<MovedDeadline>[] = [
    {
      header: '相談',
      rowHeader: true,
      cell: ({ consultationId, number }) => (
        <Link href={`/consultations/${consultationId}/deadlines` as Route}>{number ?? '提出前'}</Link>
      ),
    },
    { header: '団体', cell: ({ municipality }) => municipality },
    { header: '期限の種類', cell: ({ kind, ministry }) => [kinds[kind], ministry].filter(Boolean).join('　') },
    { header: '今の期限', nowrap: true, cell: ({ before }) => day(before) },
    { header: '変更後', nowrap: true, cell: ({ after }) => day(after) },
  ];
  return (
    <div className="grid gap-3">
      <Banner kind="warning" title={`対応中の期限${open}件のうち、${total}件が動きます。`}>
        {total > items.length && `期限の近いものから${items.length}件を示します。`}
      </Banner>
      <Table caption="動く期限" columns={columns} rows={items} rowKey={(row) => JSON.stringify(row)} dense />
    </div>
  );
}

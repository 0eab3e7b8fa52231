import type { Inquiry, InquiryListItem } from '@musubi/backend/contract/inquiries';
import type { Route } from 'next';
import { Link } from '@/ui/link';
import { StatusBadge } from '@/ui/status-badge';
import { type Column, Table } from '@/ui/table';
import { Day } from '@/ui/time';
import { DueDate, InquiryBadge } from './inquiry-badge';

type Line = InquiryListItem | Inquiry;

const COLUMNS: Column<Line>[] = [
  {
    header: '相談',
    rowHeader: true,
    width: '18rem',
    cell: ({ id, consultation }) => (
      <>
        <Link href={`/inquiries/${id}` as Route}>{consultation.title}</Link>
        <span className="block text-dns-14N-130 text-solid-gray-700">
          {consultation.number}　{consultation.municipality}
        </span>
      </>
    ),
  },
  {
    header: '照会先',
    width: '12rem',
    cell: ({ ministry, division }) => (
      <>
        {ministry.name}
        {division && <span className="block text-dns-14N-130">{division.name}</span>}
      </>
    ),
  },
  {
    header: '状態',
    width: '10rem',
    cell: ({ state, extensionPending }) => (
      <span className="grid gap-1">
        <InquiryBadge state={state} />
        {extensionPending && <StatusBadge tone="attention">延長の申出中</StatusBadge>}
      </span>
    ),
  },
  { header: '期限', width: '15rem', cell: (inquiry) => <DueDate inquiry={inquiry} /> },
  { header: '未回答', numeric: true, cell: (inquiry) => `${openOf(inquiry)}件` },
  { header: '照会日', nowrap: true, cell: ({ askedAt }) => <Day value={askedAt} /> },
];

const openOf = (inquiry: Line): string =>
  'openCount' in inquiry
    ? `${inquiry.openCount} / ${inquiry.rowCount}`
    : `${inquiry.rows.filter(({ state }) => state === 'open').length} / ${inquiry.rows.length}`;

export function InquiryTable({ inquiries }: { inquiries: readonly Line[] }) {
  return <Table caption="照会の一覧" columns={COLUMNS} rows={inquiries} rowKey={({ id }) => id} />;
}

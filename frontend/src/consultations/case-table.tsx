import { type ConsultationItem, PRIORITY_LABEL } from '@musubi/backend/contract/consultations';
import type { Route } from 'next';
import { Link } from '@/ui/link';
import { type Column, Table } from '@/ui/table';
import { Due, MinistryChips, StateBadge } from './case-state';

const COLUMNS: readonly Column<ConsultationItem>[] = [
  { header: '受付番号', cell: ({ number }) => number ?? '（提出前）', nowrap: true },
  {
    header: '件名',
    cell: ({ id, title }) => <Link href={`/consultations/${id}` as Route}>{title || '（件名なし）'}</Link>,
    rowHeader: true,
    width: '13rem',
  },
  { header: '団体', cell: ({ municipality }) => municipality.label, nowrap: true },
  { header: '状態', cell: (item) => <StateBadge {...item} />, nowrap: true },
  { header: '期限', cell: (item) => <Due item={item} />, width: '9.5rem' },
  { header: '経過', cell: ({ ageWorkdays }) => (ageWorkdays === null ? '－' : `${ageWorkdays}営業日`), nowrap: true },
  { header: '照会先', cell: ({ ministries }) => <MinistryChips ministries={ministries} />, width: '9rem' },
  { header: '主担当', cell: ({ owner }) => owner?.name ?? '－', nowrap: true },
];

const PRIORITY: Column<ConsultationItem> = {
  header: '優先度',
  cell: ({ priority }) => (priority ? PRIORITY_LABEL[priority] : '－'),
  nowrap: true,
};

/** Cases as rows; the priority stands in them only where the API tells it. */
export function CaseTable({ items }: { items: readonly ConsultationItem[] }) {
  const columns = items.some(({ priority }) => priority) ? [...COLUMNS, PRIORITY] : COLUMNS;
  return <Table caption="相談の一覧" columns={columns} rows={items} rowKey={({ id }) => id} dense />;
}

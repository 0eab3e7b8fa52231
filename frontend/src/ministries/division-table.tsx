import type { Division } from '@musubi/backend/contract/ministries';
import type { Route } from 'next';
import { Link } from '@/ui/link';
import { type Column, Table } from '@/ui/table';
import { Day } from '@/ui/time';

const COLUMNS: readonly Column<Division>[] = [
  {
    header: '名称',
    cell: ({ id, path }) => <Link href={`/admin/divisions/${id}` as Route}>{path}</Link>,
    rowHeader: true,
    width: '20rem',
  },
  { header: 'メールアドレス', cell: ({ mailbox }) => mailbox ?? '－' },
  { header: '開始日', cell: ({ validFrom }) => <Day value={validFrom} />, nowrap: true },
  { header: '終了日', cell: ({ validTo }) => <Day value={validTo} />, nowrap: true },
  { header: '出典', cell: ({ source }) => source },
];

export function DivisionTable({ caption, divisions }: { caption: string; divisions: readonly Division[] }) {
  return <Table caption={caption} columns={COLUMNS} rows={divisions} rowKey={({ id }) => id} dense />;
}

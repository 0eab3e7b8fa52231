import type { DeliveryRow } from '@musubi/backend/contract/deliveries';
import { DELIVERY_LABEL, DROPPED_LABEL } from '@musubi/backend/contract/deliveries';
import type { Metadata } from 'next';
import { withParams } from '@/lib/address';
import { getDeliveryRows } from '@/notifications/api';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Button } from '@/ui/button';
import { DateField } from '@/ui/date-field';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { Select } from '@/ui/select';
import { StatusBadge, type Tone } from '@/ui/status-badge';
import { type Column, Table } from '@/ui/table';
import { Moment } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: 'メールの送信状況の明細' };

const TONES: Record<DeliveryRow['state'], Tone> = {
  sent: 'done',
  waiting: 'waiting',
  dropped: 'closed',
  refused: 'alarm',
  givenUp: 'alarm',
};

const COLUMNS: readonly Column<DeliveryRow>[] = [
  { header: '送るべき日時', cell: ({ at }) => <Moment value={at} />, nowrap: true },
  { header: '宛先', cell: ({ person, address }) => [person, address].filter(Boolean).join('　'), rowHeader: true },
  { header: '内容', cell: ({ heading }) => heading, width: '18rem' },
  {
    header: '受付番号',
    cell: ({ number, consultationId }) =>
      number && consultationId ? <Link href={`/consultations/${consultationId}`}>{number}</Link> : (number ?? '－'),
    nowrap: true,
  },
  { header: '状態', cell: ({ state }) => <StatusBadge tone={TONES[state]}>{DELIVERY_LABEL[state]}</StatusBadge> },
  {
    header: '送信日時',
    cell: ({ sentAt, waitsUntil }) =>
      waitsUntil ? (
        <>
          <Moment value={waitsUntil} />
          まで待機
        </>
      ) : (
        <Moment value={sentAt} />
      ),
    width: '9rem',
  },
  {
    header: 'メールサーバーの返答、理由',
    cell: ({ droppedBecause, answer, attempts, settledNote }) => (
      <>
        {droppedBecause ? DROPPED_LABEL[droppedBecause] : answer ? `${answer}（${attempts}回目）` : '－'}
        {settledNote && <p>対応済み：{settledNote}</p>}
      </>
    ),
    width: '16rem',
  },
];

export default async function DeliveryRowsPage({ searchParams }: PageProps<'/deliveries/rows'>) {
  const params = await searchParams;
  const filled = Object.entries(params).flatMap(([name, value]) => [value].flat().map((one) => [name, one ?? '']));
  const query = new URLSearchParams(filled.filter(([, value]) => value !== '') as [string, string][]);
  const { items, total } = await getDeliveryRows(query.toString());
  const page = Number(query.get('page') ?? 1);
  return (
    <>
      <WithoutScripts />
      <Breadcrumb trail={[{ label: 'メールの送信状況', href: '/deliveries' }]} here="明細" />
      <PageHeader title="メールの送信状況の明細" />
      <form className="flex flex-wrap items-end gap-4">
        <DateField label="送るべき日" name="day" defaultValue={query.get('day') ?? ''} />
        <Select
          label="状態"
          name="state"
          defaultValue={query.get('state') ?? ''}
          empty="全て"
          options={Object.entries(DELIVERY_LABEL).map(([value, label]) => ({ value, label }))}
          width="12rem"
        />
        {query.get('ahead') === 'yes' && <input type="hidden" name="ahead" value="yes" />}
        <Button variant="outline">絞り込む</Button>
      </form>
      {query.get('ahead') === 'yes' && (
        <p>
          明日以後に送るものだけを表示しています。
          <Link href={withParams('/deliveries/rows', params, { ahead: null, page: null })}>全て表示する</Link>
        </p>
      )}
      {items.length === 0 ? (
        <EmptyState title="該当するメールはありません" />
      ) : (
        <Table caption="メールの明細" columns={COLUMNS} rows={items} rowKey={({ id }) => id} dense />
      )}
      <Pagination
        total={total}
        page={page}
        size={50}
        href={(to) => withParams('/deliveries/rows', params, { page: to })}
      />
    </>
  );
}

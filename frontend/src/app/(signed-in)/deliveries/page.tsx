import type { Deliveries, DeliveryDay } from '@musubi/backend/contract/deliveries';
import { DELIVERY_LABEL } from '@musubi/backend/contract/deliveries';
import type { Metadata } from 'next';
import { withParams } from '@/lib/address';
import { getDeliveries } from '@/notifications/api';
import { Banner } from '@/ui/banner';
import { Link, LinkButton } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { type Column, Table } from '@/ui/table';
import { Day } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: 'メールの送信状況' };

const STATES = Object.entries(DELIVERY_LABEL) as [keyof typeof DELIVERY_LABEL, string][];

const rowsOf = (day: string, count: number, state: string | null = null) =>
  count === 0 ? '0' : <Link href={withParams('/deliveries/rows', { day }, { state })}>{count.toLocaleString()}</Link>;

const COLUMNS: readonly Column<DeliveryDay>[] = [
  { header: '日', cell: ({ day }) => <Day value={day} weekday />, rowHeader: true, nowrap: true },
  { header: '送るべきもの', cell: ({ day, due }) => rowsOf(day, due), numeric: true },
  ...STATES.map(([state, header]) => ({
    header,
    cell: (day: DeliveryDay) => rowsOf(day.day, day[state], state),
    numeric: true,
  })),
  { header: '説明できない差', cell: ({ missing }) => missing, numeric: true },
];

const MISSING: readonly Column<Deliveries['missing'][number]>[] = [
  { header: '日', cell: ({ day }) => <Day value={day} />, nowrap: true },
  { header: '期限', cell: ({ what }) => what },
  {
    header: '相談',
    cell: ({ consultationId, number, title }) =>
      consultationId ? (
        <Link href={`/consultations/${consultationId}`}>{[number, title].filter(Boolean).join('　')}</Link>
      ) : (
        number
      ),
    rowHeader: true,
  },
];

export default async function DeliveriesPage() {
  const { items, ahead, missing } = await getDeliveries();
  return (
    <>
      <WithoutScripts />
      <PageHeader title="メールの送信状況" actions={<LinkButton href="/undelivered">届かなかったメール</LinkButton>} />
      <p>
        送るべきものは、送信済み、送信待ち、送信不要、宛先不明、送信断念のどれかになります。「説明できない差」は、期限から数え直したときに見つかった、作られていないリマインドの数です。
      </p>
      <p>
        メールは、宛先の人が受け取る時刻（「お知らせの受け取り方」の時刻）を待って送ります。
        {ahead > 0 && (
          <>
            明日以後に送るものは、
            <Link href={withParams('/deliveries/rows', {}, { ahead: 'yes' })}>{ahead.toLocaleString()}件</Link>です。
          </>
        )}
      </p>
      {missing.length > 0 && (
        <Banner kind="error" title={`作られていないリマインドが${missing.length}件あります`}>
          <p>ワーカーが止まっていた日がないか、稼働の状況を確認してください。</p>
        </Banner>
      )}
      <Table caption="日ごとの送信状況" columns={COLUMNS} rows={items} rowKey={({ day }) => day} dense />
      {missing.length > 0 && (
        <Table
          caption="作られていないリマインド"
          columns={MISSING}
          rows={missing}
          rowKey={(row) => JSON.stringify(row)}
          dense
        />
      )}
    </>
  );
}

import type { RoutingRule } from '@musubi/backend/contract/routing-rules';
import type { Metadata } from 'next';
import { endRoutingRule } from '@/routing/rule-actions';
import { ruleCondition } from '@/routing/rule-condition';
import { getRoutingRules } from '@/routing/rules-api';
import { ActionButton } from '@/ui/action-button';
import { DoneBanner } from '@/ui/done-banner';
import { EmptyState } from '@/ui/empty-state';
import { Link, LinkButton } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { type Column, Table } from '@/ui/table';
import { Moment } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '照会先の規則' };

const COLUMNS: Column<RoutingRule>[] = [
  { header: '対象の相談', rowHeader: true, cell: ruleCondition },
  { header: '照会する府省庁', cell: ({ ministry }) => ministry.name },
  { header: '根拠又は理由', width: '14rem', cell: ({ reason }) => reason },
  {
    header: '定めた人',
    cell: ({ madeBy, madeAt }) => (
      <>
        {madeBy}　<Moment value={madeAt} />
      </>
    ),
  },
  {
    header: '終了',
    cell: ({ id, ministry, endedBy, endedAt }) =>
      endedAt ? (
        <>
          {endedBy}　<Moment value={endedAt} />
        </>
      ) : (
        <ActionButton action={endRoutingRule.bind(null, id)} variant="outline" size="sm">
          終える<span className="sr-only">：{ministry.name}の規則</span>
        </ActionButton>
      ),
  },
];

export default async function RoutingRulesPage({ searchParams }: PageProps<'/admin/routing-rules'>) {
  const [{ items }, { done }] = await Promise.all([getRoutingRules(), searchParams]);
  return (
    <>
      <WithoutScripts />
      <PageHeader title="照会先の規則" actions={<LinkButton href="/admin/routing-rules/new">規則を定める</LinkButton>}>
        <p>
          政策分野や都道府県で決まる照会先です。当てはまる相談の候補の画面に、根拠とともに示します。照会を送ることはありません。
          <Link href="/admin/knowledge">候補の辞書</Link>も見る。
        </p>
      </PageHeader>
      <DoneBanner done={done} />
      {items.length === 0 ? (
        <EmptyState title="規則はまだありません">定める前に、過去の相談に当てはめて結果を確認できます。</EmptyState>
      ) : (
        <Table caption="照会先の規則" columns={COLUMNS} rows={items} rowKey={({ id }) => id} dense />
      )}
    </>
  );
}

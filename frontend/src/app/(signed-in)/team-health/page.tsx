import { FINDING_LABEL, HEALTH_ORDER_LABEL } from '@musubi/backend/contract/team-health';
import type { Metadata } from 'next';
import { withParams } from '@/lib/address';
import { CsvLinks } from '@/surveys/csv-links';
import { getTeamHealth } from '@/team-health/api';
import { HEALTH_COLUMNS } from '@/team-health/columns';
import { Button } from '@/ui/button';
import { DoneBanner } from '@/ui/done-banner';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { Select } from '@/ui/select';
import { Table } from '@/ui/table';
import { Day } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: 'チームの活動の状況' };

const SIZE = 50;
const FINDINGS = { ...FINDING_LABEL, noSupport: '後方支援を使っていない' };
const options = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

export default async function TeamHealthPage({ searchParams }: PageProps<'/team-health'>) {
  const params = await searchParams;
  const page = Math.max(1, Number(params.page) || 1);
  const finding = Object.keys(FINDINGS).find((one) => one === params.finding);
  const order = Object.keys(HEALTH_ORDER_LABEL).find((one) => one === params.order) ?? 'worst';
  const chosen = { finding, order };
  const health = await getTeamHealth(withParams('', chosen, { page, size: SIZE }));
  const { items, total, found, rule, today, mayEdit } = health;
  return (
    <>
      <WithoutScripts />
      <PageHeader
        title="チームの活動の状況"
        actions={<CsvLinks href={withParams('/api/team-health.csv', chosen, {})} />}
      >
        <p>
          <Day value={today} weekday /> 現在。会議の開催又は訪問を連絡とします。連絡が{rule.contactWorkdays}
          開庁日ないチーム、訪問が{rule.visitMonths}
          か月ないチーム、期限を過ぎた約束のあるチームに、まずお知らせを送ります。
          {rule.escalateWorkdays}開庁日たっても変わらないと、事務局に知らせます。
          {mayEdit && <Link href="/team-health/rules">基準を変える</Link>}
        </p>
      </PageHeader>
      <DoneBanner done={params.done} />
      <form className="flex flex-wrap items-end gap-4">
        <Select
          label="気になる点"
          name="finding"
          empty="全てのチーム"
          options={options(FINDINGS)}
          defaultValue={finding}
        />
        <Select label="並べ方" name="order" options={options(HEALTH_ORDER_LABEL)} defaultValue={order} />
        <Button variant="outline">表示する</Button>
      </form>
      <p>
        {total}チーム（うち気になる点があるもの {found}）
      </p>
      {items.length === 0 ? (
        <EmptyState title="当てはまるチームはありません">支援期間中のチームが、ここに載ります。</EmptyState>
      ) : (
        <>
          <Table
            caption="チームの活動の状況"
            columns={HEALTH_COLUMNS}
            rows={items}
            rowKey={({ teamId }) => teamId}
            dense
          />
          <Pagination
            total={total}
            page={page}
            size={SIZE}
            href={(to) => withParams('/team-health', chosen, { page: to })}
          />
        </>
      )}
    </>
  );
}

import { APPLICATION_STATE_LABEL, type ApplicationRow, CONSENT_LABEL } from '@musubi/backend/contract/applications';
import { CALL_LABEL } from '@musubi/backend/contract/rounds';
import type { Metadata, Route } from 'next';
import { getApplications, getStarts } from '@/applications/api';
import { BeginForm } from '@/applications/forms';
import { withParams } from '@/lib/address';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { RefusedConditions } from '@/ui/refused-conditions';
import { type Column, Table } from '@/ui/table';
import { Tabs } from '@/ui/tabs';
import { Moment } from '@/ui/time';

export const metadata: Metadata = { title: '応募' };

const COLUMNS: Column<ApplicationRow>[] = [
  {
    header: '応募者',
    rowHeader: true,
    cell: ({ id, label }) => <Link href={`/applications/${id}` as Route}>{label}</Link>,
    width: '10rem',
  },
  { header: '受付番号', cell: ({ number }) => number ?? '－', nowrap: true },
  { header: '状態', cell: ({ state }) => APPLICATION_STATE_LABEL[state], nowrap: true },
  { header: '所属長の同意', cell: ({ consent }) => (consent ? CONSENT_LABEL[consent] : '－'), nowrap: true },
  { header: '応募した日時', cell: ({ submittedAt }) => <Moment value={submittedAt} />, nowrap: true },
  { header: '募集', cell: ({ round, kind }) => `${round} ${CALL_LABEL[kind]}`, width: '14rem' },
];

const KINDS = [
  { value: '', label: 'すべて' },
  { value: 'town', label: '市町村' },
  { value: 'officer', label: '支援官' },
];

export default async function ApplicationsPage({ searchParams }: PageProps<'/applications'>) {
  const given = await searchParams;
  const query = new URLSearchParams(
    ['roundId', 'kind', 'state', 'page'].flatMap((name) => (given[name] ? [[name, String(given[name])]] : [])),
  );
  const [{ items, total, refused }, starts] = await Promise.all([getApplications(query), getStarts()]);
  const params = refused ? {} : given;
  const kind = String([params.kind].flat()[0] ?? '');
  return (
    <>
      <PageHeader title="伴走支援への応募">
        {(params.state || params.roundId) && (
          <p>
            {`条件に合う${total.toLocaleString('ja-JP')}件を示しています。`}
            <Link href="/applications">全ての応募を見る</Link>
          </p>
        )}
      </PageHeader>
      <RefusedConditions refused={refused} />
      {starts.items.map(({ roundId, round, call, towns }) => (
        <Card key={`${roundId}${call.kind}`} title={`${round}　${CALL_LABEL[call.kind]}`}>
          <p>
            締切は
            <Moment value={call.closesAt} />
            です。
          </p>
          {call.standing === 'open' ? (
            <BeginForm roundId={roundId} kind={call.kind} towns={towns} />
          ) : (
            <p>
              受付は
              <Moment value={call.opensAt} />
              に始まります。
            </p>
          )}
        </Card>
      ))}
      <Tabs
        label="募集の別"
        tabs={KINDS.map(({ value, label }) => ({
          label,
          href: withParams('/applications', params, { kind: value, page: null }),
          current: kind === value,
        }))}
      />
      {items.length === 0 ? (
        <EmptyState title="応募はありません">募集の期間中に、この画面から応募の下書きを作れます。</EmptyState>
      ) : (
        <Table caption="応募" columns={COLUMNS} rows={items} rowKey={({ id }) => id} />
      )}
      <Pagination
        total={total}
        page={Number(params.page ?? 1)}
        size={50}
        href={(to) => withParams('/applications', params, { page: to })}
      />
    </>
  );
}

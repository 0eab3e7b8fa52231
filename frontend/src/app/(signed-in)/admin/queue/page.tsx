import { type FailedJob, JOB_STATE_LABEL, type JobState, type QueueReport } from '@musubi/backend/contract/queue';
import type { Metadata } from 'next';
import { retryJob } from '@/audit/actions';
import { getQueue } from '@/audit/api';
import { withParams } from '@/lib/address';
import { ActionButton } from '@/ui/action-button';
import { Breadcrumb } from '@/ui/breadcrumb';
import { DescriptionList } from '@/ui/description-list';
import { DoneBanner } from '@/ui/done-banner';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { type Column, Table } from '@/ui/table';
import { Moment } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '待ち行列' };

const SIZE = 50;
const STATES = Object.entries(JOB_STATE_LABEL) as [JobState, string][];

const FAILED: readonly Column<FailedJob>[] = [
  { header: '仕事', cell: ({ name, id }) => `${name}（${id}）`, rowHeader: true, width: '14rem' },
  { header: '失敗した日時', cell: ({ failedAt }) => <Moment value={failedAt} />, nowrap: true },
  { header: '回数', cell: ({ attempts }) => attempts, numeric: true },
  { header: '理由', cell: ({ reason }) => reason || '－', width: '20rem' },
  {
    header: '操作',
    cell: ({ id }) => (
      <ActionButton action={retryJob.bind(null, id)} variant="outline" size="sm">
        もう一度実行する
      </ActionButton>
    ),
    nowrap: true,
  },
];

const TIMETABLE: readonly Column<QueueReport['timetable'][number]>[] = [
  { header: '仕事', cell: ({ name }) => name, rowHeader: true },
  { header: '次に実行する日時', cell: ({ nextAt }) => <Moment value={nextAt} />, nowrap: true },
];

export default async function QueuePage({ searchParams }: PageProps<'/admin/queue'>) {
  const params = await searchParams;
  const page = Math.max(1, Number(params.page) || 1);
  const { counts, failed, timetable } = await getQueue(`page=${page}&size=${SIZE}`);
  return (
    <>
      <WithoutScripts />
      <Breadcrumb trail={[{ label: '管理', href: '/admin' }]} here="待ち行列" />
      <PageHeader title="待ち行列">
        <p>
          自動で行う仕事の状況です。失敗した仕事は10分ごとに自動でもう一度試みます。すぐに実行するときは、原因を取り除いてからボタンを押してください。
        </p>
      </PageHeader>
      <DoneBanner done={params.done} />
      <DescriptionList
        items={STATES.map(([state, term]) => ({ term, value: `${counts[state].toLocaleString('ja-JP')}件` }))}
      />
      {failed.length === 0 ? (
        <EmptyState title="失敗した仕事はありません" />
      ) : (
        <Table caption="失敗した仕事" columns={FAILED} rows={failed} rowKey={({ id }) => id} dense />
      )}
      <Pagination
        total={counts.failed}
        page={page}
        size={SIZE}
        href={(to) => withParams('/admin/queue', params, { page: to, done: null })}
      />
      <Table caption="時刻で始まる仕事" columns={TIMETABLE} rows={timetable} rowKey={({ name }) => name} dense />
    </>
  );
}

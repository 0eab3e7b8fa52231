import { DEADLINE_KIND_LABEL, type KeptRule, OFFICE_CALENDAR_LABEL } from '@musubi/backend/contract/deadlines';
import type { Metadata, Route } from 'next';
import { getDeadlineRules } from '@/deadlines/api';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Disclosure } from '@/ui/disclosure';
import { DoneBanner } from '@/ui/done-banner';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { StatusBadge } from '@/ui/status-badge';
import { type Column, Table } from '@/ui/table';
import { Day, Moment } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '期限の規則' };

const COLUMNS: readonly Column<KeptRule>[] = [
  {
    header: '期限の種類',
    cell: ({ kind }) => <Link href={`/admin/deadline-rules/${kind}` as Route}>{DEADLINE_KIND_LABEL[kind]}</Link>,
    rowHeader: true,
    width: '14rem',
  },
  { header: '営業日数', cell: ({ workdays }) => (workdays === null ? '人が定める' : `${workdays}日`), numeric: true },
  { header: '暦', cell: ({ calendar }) => OFFICE_CALENDAR_LABEL[calendar], nowrap: true },
  { header: '締切', cell: ({ cutOff }) => cutOff, nowrap: true },
  { header: 'リマインド', cell: ({ reminders }) => reminders.map(signed).join('、') || '－', nowrap: true },
  { header: '管理職', cell: ({ escalation }) => (escalation === null ? '－' : signed(escalation)), nowrap: true },
  { header: '返答待ち', cell: ({ pauses }) => (pauses ? '止める' : '－'), nowrap: true },
  {
    header: '使い始める日',
    cell: ({ validFrom, standing }) => (
      <>
        <Day value={validFrom} /> {standing === 'coming' && <StatusBadge tone="waiting">これから</StatusBadge>}
      </>
    ),
    width: '11rem',
  },
];

const MADE: readonly Column<KeptRule>[] = [
  { header: '理由', cell: ({ reason }) => reason, width: '12rem' },
  {
    header: '変更',
    cell: ({ madeBy, madeAt }) => (
      <>
        {madeBy ?? 'システム'}　<Moment value={madeAt} />
      </>
    ),
    width: '12rem',
  },
];

const signed = (days: number): string => (days > 0 ? `+${days}` : String(days));
const keyOf = ({ id }: KeptRule): string => String(id);

export default async function DeadlineRulesPage({ searchParams }: PageProps<'/admin/deadline-rules'>) {
  const { items } = await getDeadlineRules();
  const past = items.filter(({ standing }) => standing === 'past');
  return (
    <>
      <WithoutScripts />
      <Breadcrumb trail={[{ label: '管理', href: '/admin' }]} here="期限の規則" />
      <PageHeader title="期限の規則">
        <p>規則を変えると、使い始める日以降に始まった対応中の期限を、同時に計算し直します。</p>
      </PageHeader>
      <DoneBanner done={(await searchParams).done} />
      <Table
        caption="期限の規則"
        columns={COLUMNS}
        rows={items.filter(({ standing }) => standing !== 'past')}
        rowKey={keyOf}
        dense
      />
      {past.length > 0 && (
        <Disclosure summary={`過去の規則（${past.length}件）`}>
          <Table caption="過去の規則" columns={[...COLUMNS, ...MADE]} rows={past} rowKey={keyOf} dense />
        </Disclosure>
      )}
    </>
  );
}

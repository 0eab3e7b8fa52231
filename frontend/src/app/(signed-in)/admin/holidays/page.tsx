import { HOLIDAY_CALENDAR_LABEL, type Holiday, tokyoDay } from '@musubi/backend/contract/calendar';
import type { Metadata, Route } from 'next';
import { getHolidays } from '@/holidays/api';
import { PublishedBanner } from '@/holidays/published-banner';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Button } from '@/ui/button';
import { DoneBanner } from '@/ui/done-banner';
import { EmptyState } from '@/ui/empty-state';
import { Link, LinkButton } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { StatusBadge } from '@/ui/status-badge';
import { type Column, Table } from '@/ui/table';
import { TextField } from '@/ui/text-field';
import { Day } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '休日の管理' };

const COLUMNS: readonly Column<Holiday>[] = [
  {
    header: '日付',
    cell: ({ day, calendar }) => (
      <Link href={`/admin/holidays/${day}?calendar=${calendar}` as Route}>
        <Day value={day} weekday />
      </Link>
    ),
    rowHeader: true,
    nowrap: true,
  },
  { header: '名称', cell: ({ name }) => name, nowrap: true },
  { header: '休む役所', cell: ({ calendar }) => HOLIDAY_CALENDAR_LABEL[calendar], nowrap: true },
  { header: '状態', cell: (holiday) => <State {...holiday} />, nowrap: true },
  { header: '出典', cell: ({ source }) => source },
];

export default async function HolidaysPage({ searchParams }: PageProps<'/admin/holidays'>) {
  const { year, done } = await searchParams;
  const shown = String(year ?? tokyoDay(new Date()).slice(0, 4));
  const list = await getHolidays(shown);
  const { items, allowedActions, publishedUntil } = list;
  return (
    <>
      <WithoutScripts />
      <Breadcrumb trail={[{ label: '管理', href: '/admin' }]} here="休日" />
      <PageHeader
        title={`${shown}年の休日`}
        actions={
          allowedActions.includes('create') && (
            <>
              <LinkButton href="/admin/holidays/import" variant="outline">
                CSV を取り込む
              </LinkButton>
              <LinkButton href="/admin/holidays/new">休日を登録する</LinkButton>
            </>
          )
        }
      >
        <p>土曜日、日曜日、12月29日から1月3日までは、登録がなくても休日として数えます。</p>
        <p>
          祝日は
          <Day value={publishedUntil} />
          まで公表されています。これより後の期限は暫定です。
        </p>
      </PageHeader>
      <PublishedBanner {...list} />
      <DoneBanner done={done} />
      <form className="flex flex-wrap items-end gap-4">
        <TextField label="年（西暦）" name="year" defaultValue={shown} inputMode="numeric" width="8rem" />
        <Button variant="outline">表示する</Button>
      </form>
      {items.length > 0 ? (
        <Table
          caption={`${shown}年の休日`}
          columns={COLUMNS}
          rows={items}
          rowKey={({ calendar, day }) => calendar + day}
          dense
        />
      ) : (
        <EmptyState title="この年の休日は登録されていません。" />
      )}
    </>
  );
}

function State({ cancelled, provisional }: Holiday) {
  if (cancelled) return <StatusBadge tone="closed">取消し</StatusBadge>;
  return provisional ? <StatusBadge tone="waiting">暫定</StatusBadge> : <StatusBadge tone="done">確定</StatusBadge>;
}

import { formatFiscalYear } from '@musubi/backend/contract/calendar';
import { FEWEST_FOR_RATE } from '@musubi/backend/contract/suggestions';
import type { Metadata, Route } from 'next';
import { AcceptanceCard } from '@/routing/acceptance-card';
import { getAcceptance } from '@/routing/api';
import { CsvLinks } from '@/surveys/csv-links';
import { Breadcrumb } from '@/ui/breadcrumb';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Tabs } from '@/ui/tabs';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '候補の採用率' };

const PATH = '/dashboard/suggestions';

export default async function AcceptancePage({ searchParams }: PageProps<'/dashboard/suggestions'>) {
  const { year: given } = await searchParams;
  const wanted = /^20(19|[2-9]\d)$/.test(String(given)) ? String(given) : '';
  const { year, years, kinds, ministries, months } = await getAcceptance(
    new URLSearchParams(wanted ? { year: wanted } : {}),
  );
  return (
    <>
      <WithoutScripts />
      <Breadcrumb trail={[{ label: '集計', href: '/dashboard' }]} here="候補の採用率" />
      <PageHeader title="候補の採用率" actions={<CsvLinks href={`/api/suggestions/acceptance.csv?year=${year}`} />}>
        <p>
          照会先と施策の候補のうち、担当者が採否を決めたものの数です。取り消した採否と、決めていない候補は数えません。
          採否が{FEWEST_FOR_RATE}件に満たないときは、件数だけを示します。
        </p>
      </PageHeader>
      <p>
        <Link href="/admin/knowledge">候補の辞書を見る・直す</Link>
      </p>
      <Tabs
        label="年度"
        tabs={years.map((each) => ({
          label: formatFiscalYear(each),
          href: `${PATH}?year=${each}` as Route,
          current: each === year,
        }))}
      />
      {kinds.length === 0 ? (
        <EmptyState title="この年度に採否を決めた候補はありません" />
      ) : (
        <div className="grid items-start gap-6 xl:grid-cols-2">
          <div className="grid gap-6">
            <AcceptanceCard title="候補の種類別" by="種類" rows={kinds} />
            <AcceptanceCard title="月別" by="月" rows={months} />
          </div>
          <AcceptanceCard title="照会先の府省庁別" by="府省庁" rows={ministries} />
        </div>
      )}
    </>
  );
}

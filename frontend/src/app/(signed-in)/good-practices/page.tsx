import type { Metadata } from 'next';
import { getPractices } from '@/good-practices/api';
import { PracticeCard } from '@/good-practices/practice-card';
import { PracticeFilters } from '@/good-practices/practice-filters';
import { getMe } from '@/identity/api';
import { withParams } from '@/lib/address';
import { filterOptions } from '@/lib/filter-options';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '好事例' };

const SIZE = 20;

export default async function GoodPracticesPage({ searchParams }: PageProps<'/good-practices'>) {
  const params = await searchParams;
  const page = Number(params.page ?? 1);
  const [{ items, total }, me, options] = await Promise.all([
    getPractices({ ...params, size: String(SIZE) }),
    getMe(),
    filterOptions(),
  ]);
  const mayStart = me.roles.some(({ role }) => role === 'municipality' || role === 'approver');
  return (
    <>
      <WithoutScripts />
      <PageHeader title="好事例">
        <p>国の資料で公表されている52の事例の事実と、団体の同意を得て公開した、新結合相談の事例票です。</p>
        <p>
          <Link href="/map">地図で見る</Link>
        </p>
      </PageHeader>
      <PracticeFilters params={params} fields={options.fields} prefectures={options.prefectures} />
      {items.length === 0 && <EmptyState title="該当する事例はありません">別の言葉で探してください。</EmptyState>}
      <div className="grid gap-4 md:grid-cols-2">
        {items.map((practice) => (
          <PracticeCard key={practice.id} practice={practice} mayStart={mayStart} />
        ))}
      </div>
      <Pagination
        total={total}
        page={page}
        size={SIZE}
        href={(next) => withParams('/good-practices', params, { page: next })}
      />
    </>
  );
}

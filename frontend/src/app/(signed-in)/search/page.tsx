import { fiscalYear, tokyoDay } from '@musubi/backend/contract/calendar';
import { SEARCH_KIND_LABEL, type SearchGroup } from '@musubi/backend/contract/search';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { type SearchParams, withParams } from '@/lib/address';
import { filterOptions, STATE_OPTIONS } from '@/lib/filter-options';
import { saveSearch } from '@/search/actions';
import { getHits, getSaved, PAGE_SIZE } from '@/search/api';
import { HitList } from '@/search/hit-list';
import { countOf, KindTabs } from '@/search/kind-tabs';
import { addressOf, questionOf } from '@/search/saved-address';
import { SavedForm } from '@/search/saved-form';
import { RHYTHMS, SavedList } from '@/search/saved-list';
import { SearchForm } from '@/search/search-form';
import { SearchHelp } from '@/search/search-help';
import { Banner } from '@/ui/banner';
import { Card } from '@/ui/card';
import { Disclosure } from '@/ui/disclosure';
import { EmptyState } from '@/ui/empty-state';
import { ErrorSummary } from '@/ui/error-summary';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { WithoutScripts } from '@/ui/without-scripts';

const wordsOf = ({ q }: SearchParams): string => String([q].flat()[0] ?? '').trim();

export async function generateMetadata({ searchParams }: PageProps<'/search'>): Promise<Metadata> {
  const q = wordsOf(await searchParams);
  return { title: q ? `「${q}」の検索結果` : '全体から探す' };
}

export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const params = await searchParams;
  const saved = (await getSaved()).items;
  const chosenBefore = saved.find(({ id }) => id === params.saved);
  if (chosenBefore) redirect(addressOf(chosenBefore.question));
  const [{ groups, refused }, options] = await Promise.all([getHits(params), filterOptions()]);
  const here = withParams('/search', params, { saved: null });
  const searched = wordsOf(params) !== '' && !refused;
  const hits = groups.filter(({ total }) => total > 0);
  const chosen = groups.find(({ kind }) => kind === params.kind);
  return (
    <>
      <WithoutScripts />
      <PageHeader title="全体から探す" />
      {refused && <ErrorSummary message={refused.detail} fields={refused.fields} />}
      <SearchForm params={params} thisYear={fiscalYear(tokyoDay(new Date()))} states={STATE_OPTIONS} {...options} />
      {searched && hits.length > 0 && <KindTabs groups={groups} params={params} />}
      {searched && chosen && <OneKind group={chosen} params={params} />}
      {searched && !params.kind && hits.map((group) => <FirstHits key={group.kind} group={group} params={params} />)}
      {searched && hits.length === 0 && (
        <EmptyState title={`「${wordsOf(params)}」は見つかりませんでした`}>
          <p>語を短くする、別の言い方にする、条件を減らすなどして、もう一度探してください。</p>
        </EmptyState>
      )}
      {searched && (
        <Disclosure summary="この検索を保存する">
          <SavedForm
            action={saveSearch.bind(null, questionOf(params), here)}
            idPrefix="new-"
            rhythms={RHYTHMS}
            submit="保存する"
          />
        </Disclosure>
      )}
      <SavedList items={saved} back={here} />
      {hits.length === 0 && (
        <Card title="探し方">
          <SearchHelp />
        </Card>
      )}
    </>
  );
}

function FirstHits({ group, params }: { group: SearchGroup; params: SearchParams }) {
  const { kind, items, total } = group;
  return (
    <Card title={`${SEARCH_KIND_LABEL[kind]}（${countOf(group)}）`}>
      <HitList kind={kind} items={items} />
      {total > items.length && (
        <p className="mt-4">
          <Link href={withParams('/search', params, { kind, page: null })}>
            {SEARCH_KIND_LABEL[kind]}の検索結果をすべて見る
          </Link>
        </p>
      )}
    </Card>
  );
}

function OneKind({ group, params }: { group: SearchGroup; params: SearchParams }) {
  const { kind, items, total, more } = group;
  return (
    <>
      {more && (
        <Banner
          kind="info"
          title={`該当する${SEARCH_KIND_LABEL[kind]}は${countOf(group)}あります。語や条件を加えて絞り込んでください。`}
        />
      )}
      {items.length > 0 ? (
        <HitList kind={kind} items={items} />
      ) : (
        <EmptyState title={`該当する${SEARCH_KIND_LABEL[kind]}はありません`}>
          ほかの種類を見るか、条件を変えて探してください。
        </EmptyState>
      )}
      <Pagination
        total={total}
        page={Number(params.page ?? 1)}
        size={PAGE_SIZE}
        href={(to) => withParams('/search', params, { page: to })}
      />
    </>
  );
}

import type { Metadata } from 'next';
import { getMeasure } from '@/measures/api';
import { Comparison } from '@/measures/comparison';
import { Banner } from '@/ui/banner';
import { Breadcrumb } from '@/ui/breadcrumb';
import { PageHeader } from '@/ui/page-header';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '施策の比較' };

const MOST = 4;

export default async function ComparePage({ searchParams }: PageProps<'/measures/compare'>) {
  const { id } = await searchParams;
  const ids = [...new Set([id ?? []].flat())];
  const measures = ids.length <= MOST ? await Promise.all(ids.map(getMeasure)) : [];
  return (
    <>
      <WithoutScripts />
      <Breadcrumb trail={[{ label: '施策', href: '/measures' }]} here="比較" />
      <PageHeader title="施策の比較" />
      {measures.length < 2 ? (
        <Banner kind="info" title={`施策の一覧で、比べる施策を2件から${MOST}件まで選んでください。`} />
      ) : (
        <Comparison measures={measures} />
      )}
    </>
  );
}

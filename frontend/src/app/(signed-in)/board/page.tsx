import type { Metadata } from 'next';
import { getBoard } from '@/consultations/api';
import { BoardColumn } from '@/consultations/board-column';
import { Filters } from '@/consultations/filters';
import { filterOptions } from '@/lib/filter-options';
import { PageHeader } from '@/ui/page-header';
import { REACHED_BY_KEYBOARD } from '@/ui/table';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '進行ボード' };

export default async function BoardPage({ searchParams }: PageProps<'/board'>) {
  const params = await searchParams;
  const [{ columns }, options] = await Promise.all([getBoard(params), filterOptions()]);
  return (
    <>
      <WithoutScripts />
      <PageHeader title="進行ボード">
        <p>進行中の相談を、状態ごとに期限の近い順に並べています。</p>
      </PageHeader>
      <Filters path="/board" params={params} {...options} />
      <section
        aria-label="状態ごとの相談"
        {...REACHED_BY_KEYBOARD}
        className="relative flex min-w-0 items-start gap-3 overflow-x-auto pb-4"
      >
        {columns.map((column) => (
          <BoardColumn key={column.state} column={column} params={params} />
        ))}
      </section>
    </>
  );
}

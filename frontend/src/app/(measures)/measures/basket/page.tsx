import type { Metadata } from 'next';
import { getBasket } from '@/measures/api';
import { ChooseForm } from '@/measures/choose-form';
import { EmptyButton } from '@/measures/empty-button';
import { FileLinks } from '@/measures/file-links';
import { MeasureTable } from '@/measures/measure-table';
import { Breadcrumb } from '@/ui/breadcrumb';
import { EmptyState } from '@/ui/empty-state';
import { Link, LinkButton } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '施策の控え' };

export default async function BasketPage() {
  const { items, total } = await getBasket();
  const print = (
    <LinkButton href="/measures/basket/print" variant="outline" size="sm">
      印刷用の表示
    </LinkButton>
  );
  return (
    <>
      <WithoutScripts />
      <Breadcrumb trail={[{ label: '施策', href: '/measures' }]} here="控え" />
      <PageHeader title="施策の控え" actions={total > 0 && print}>
        <p>自分だけの控えです（{total}件）。比べる、印刷する、Excelに出すことができます。</p>
      </PageHeader>
      {total === 0 ? (
        <EmptyState title="控えに入れた施策はありません">
          <Link href="/measures">施策の一覧</Link>で選んで、控えに入れてください。
        </EmptyState>
      ) : (
        <>
          <ChooseForm back="/measures/basket" inBasket>
            <MeasureTable items={items} choose />
          </ChooseForm>
          <FileLinks query={new URLSearchParams({ basket: 'true' })} />
          <EmptyButton />
        </>
      )}
    </>
  );
}

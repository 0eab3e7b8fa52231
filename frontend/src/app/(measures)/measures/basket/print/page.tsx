import { formatWareki, tokyoDay } from '@musubi/backend/contract/calendar';
import type { Metadata } from 'next';
import { getBasket, getMeasure } from '@/measures/api';
import { MeasureSheets } from '@/measures/measure-sheets';
import { WithoutScripts } from '@/ui/without-scripts';
import '@/measures/print.css';

export const metadata: Metadata = { title: '施策の控えの印刷' };

export default async function PrintBasketPage() {
  const { items } = await getBasket();
  const measures = await Promise.all(items.map(({ id }) => getMeasure(id)));
  return (
    <>
      <WithoutScripts />
      <p className="no-print">ブラウザーの印刷で、A4判の用紙に印刷できます。</p>
      <MeasureSheets measures={measures} day={formatWareki(tokyoDay(new Date()))} />
    </>
  );
}

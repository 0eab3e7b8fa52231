import type { Metadata } from 'next';
import { getSheet } from '@/karte/api';
import { PrintSheet } from '@/karte/print-sheet';
import { WithoutScripts } from '@/ui/without-scripts';
import '@/karte/print.css';

export const metadata: Metadata = { title: '相談カルテの印刷' };

export default async function PrintPage({ params }: PageProps<'/consultations/[id]/print'>) {
  const sheet = await getSheet((await params).id);
  return (
    <>
      <WithoutScripts />
      <p className="no-print">ブラウザーの印刷で、A4判の両面1枚（2ページ）に収まります。</p>
      <PrintSheet sheet={sheet} />
    </>
  );
}

import type { Metadata } from 'next';
import { NothingHere } from '@/ui/nothing-here';
import { OpenPage } from '@/ui/page-frame';

export const metadata: Metadata = { title: 'ページが見つかりません' };

export default function NotFound() {
  return (
    <OpenPage title="ページが見つかりません">
      <NothingHere />
    </OpenPage>
  );
}

import type { Metadata } from 'next';
import { NothingHere } from '@/ui/nothing-here';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: 'ページが見つかりません' };

/** Inside the frame, which keeps its one header and one main part. */
export default function NotFound() {
  return (
    <>
      <PageHeader title="ページが見つかりません" />
      <NothingHere />
    </>
  );
}

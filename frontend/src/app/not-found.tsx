import type { Metadata } from 'next';
import { LinkButton } from '@/ui/link';
import { OpenPage } from '@/ui/page-frame';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: 'ページが見つかりません' };

export default function NotFound() {
  return (
    <OpenPage title="ページが見つかりません">
      <WithoutScripts />
      <p>アドレスが変わったか、削除されたか、閲覧の権限がない可能性があります。アドレスをお確かめください。</p>
      <p>
        <LinkButton href="/">トップページへ戻る</LinkButton>
      </p>
    </OpenPage>
  );
}

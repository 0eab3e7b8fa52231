import type { Metadata } from 'next';
import { Banner } from '@/ui/banner';
import { OpenPage } from '@/ui/page-frame';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '回答を受け付けました' };

export default function ThanksPage() {
  return (
    <OpenPage title="回答を受け付けました">
      <WithoutScripts />
      <Banner kind="success" title="ご回答ありがとうございました">
        いただいた回答は、相談窓口の改善に使います。この画面は閉じて構いません。
      </Banner>
    </OpenPage>
  );
}

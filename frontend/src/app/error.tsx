'use client';

import { Button } from '@/ui/button';
import { OpenPage } from '@/ui/page-frame';

/** Something broke on our side. What was typed is still in the browser: going back brings it. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <OpenPage title="問題が発生しました">
      <title>問題が発生しました｜Musubi 新結合相談窓口</title>
      <p>
        申し訳ありません。処理の途中で問題が発生しました。しばらく待ってから、もう一度お試しください。続くときは、次の番号を添えて窓口にお知らせください。
      </p>
      <p>問合せ番号：{error.digest ?? '（なし）'}</p>
      <p>
        <Button type="button" onClick={reset}>
          もう一度試す
        </Button>
      </p>
    </OpenPage>
  );
}

'use client';

import { Banner } from '@/ui/banner';
import type { Line } from './use-notes';

/** How it stands with the line, and whether something waits for it. */
export function LineBanner({
  line,
  kept,
  waiting,
  page,
}: {
  line: Line;
  kept: boolean;
  waiting: number;
  page: string;
}) {
  if (line === 'noStore') {
    return (
      <Banner kind="error" title="この端末に保存できません。">
        <p>
          書いた文を別の所に控えてください。ブラウザーの設定で、このサイトのデータの保存を許すと書けるようになります。
        </p>
      </Banner>
    );
  }
  if (line === 'signedOut') {
    return (
      <Banner kind="warning" title="サインインの有効期限が切れました。">
        <p>
          書いた文はこの端末に残っています。
          <a className="text-blue-1000 underline" href={`/sign-in?next=${encodeURIComponent(page)}`}>
            サインイン
          </a>
          すると送信します。
        </p>
      </Banner>
    );
  }
  if (line === 'down') {
    return (
      <Banner kind="warning" title="通信できません。">
        <p>書いた文はこの端末に残り、通信できるようになると送信します{waiting > 0 && `（未送信 ${waiting}件）`}。</p>
      </Banner>
    );
  }
  return kept ? (
    <Banner kind="info" title="この端末で、電波がなくても書けます。" />
  ) : (
    <Banner kind="info" title="書いた文は、まずこの端末に残ります。" />
  );
}

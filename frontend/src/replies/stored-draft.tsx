'use client';

import { Banner } from '@/ui/banner';
import { DescriptionList } from '@/ui/description-list';
import type { Draft, StoredReply } from './draft';

/** Somebody saved first: what stands there now, wherever it differs from what was typed. */
export function StoredDraft({ stored, typed }: { stored: StoredReply; typed: Draft }) {
  const words = [
    { term: '件名', value: stored.subject, own: typed.subject },
    { term: '前文', value: stored.greeting, own: typed.greeting },
    ...stored.passages.map((passage) => {
      const own = typed.passages.find(({ id }) => id === passage.id);
      return { term: passage.title || passage.heading, value: passage.text || '（空）', own: own?.text };
    }),
    { term: '末文', value: stored.closing, own: typed.closing },
  ];
  const differing = words.filter(({ value, own }) => value !== own);
  return (
    <Banner kind="warning" title={`${stored.savedBy}さんが先に保存した内容`}>
      {differing.length > 0 ? (
        <DescriptionList preserve items={differing.map(({ term, value }) => ({ term, value }))} />
      ) : (
        <p>文章の順序や問合せ先だけが違います。</p>
      )}
      <p className="mt-2">
        下の入力内容でもう一度保存すると、この内容を置き換えます。先に保存された内容を使う場合は、必要な部分を写してから、画面を読み込み直してください。
      </p>
    </Banner>
  );
}

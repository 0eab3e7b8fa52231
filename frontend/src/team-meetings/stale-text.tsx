'use client';

import type { SharedText } from '@musubi/backend/contract/team-meetings';
import { Button } from '@/ui/button';

interface Props {
  label: string;
  current: SharedText;
  mine: string;
  choose: (text: string) => void;
}

/** Both changed the same lines. Nothing is decided for the person; until they choose, neither text is lost. */
export function StaleText({ label, current, mine, choose }: Props) {
  return (
    <section
      aria-label={`「${label}」の二つの内容`}
      className="grid gap-3 rounded-12 border-[3px] border-warning-yellow-2 bg-white p-4"
    >
      <p role="alert" className="font-700">
        「{label}」の同じ行を、{current.savedBy}さんが先に書き換えました。残す内容を選んでください。
      </p>
      <div className="grid gap-2 md:grid-cols-2">
        <Side title="自分の文章" text={mine} />
        <Side title={`${current.savedBy}さんの文章`} text={current.body} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="button" size="sm" onClick={() => choose(`${current.body}\n${mine}`)}>
          両方をつなげる
        </Button>
        <Button type="button" size="sm" variant="outline" onClick={() => choose(mine)}>
          自分の文章にする
        </Button>
        <Button type="button" size="sm" variant="outline" onClick={() => choose(current.body)}>
          {current.savedBy}さんの文章にする
        </Button>
      </div>
    </section>
  );
}

const Side = ({ title, text }: { title: string; text: string }) => (
  <div className="min-w-0 rounded-8 border border-solid-gray-420 p-3">
    <p className="text-dns-14N-130 text-solid-gray-700">{title}</p>
    <p className="whitespace-pre-wrap break-words">{text || '（記入なし）'}</p>
  </div>
);

import { FEED_KIND_LABEL, type FeedEntry } from '@musubi/backend/contract/team-feed';
import type { Metadata } from 'next';
import { withParams } from '@/lib/address';
import { getTeamFeed } from '@/team-feed/api';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ChipList } from '@/ui/chip';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { Select } from '@/ui/select';
import { Day } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: 'ほかのチームの取組' };

const SIZE = 20;
const KINDS = Object.entries(FEED_KIND_LABEL).map(([value, label]) => ({ value, label }));

export default async function TeamFeedPage({ searchParams }: PageProps<'/team-feed'>) {
  const params = await searchParams;
  const page = Math.max(1, Number(params.page) || 1);
  const chosen = {
    field: [params.field].flat()[0],
    kind: KINDS.find(({ value }) => value === params.kind)?.value,
  };
  const { items, total, fields } = await getTeamFeed(withParams('', chosen, { page, size: SIZE }));
  return (
    <div className="grid max-w-4xl gap-6">
      <WithoutScripts />
      <PageHeader title="ほかのチームの取組">
        <p>支援チームが共有した取組です。試したことと分かったことを、ほかの地域でも生かしてください。</p>
      </PageHeader>
      <form className="flex flex-wrap items-end gap-4">
        <Select
          label="政策分野"
          name="field"
          empty="全ての分野"
          options={fields.map(({ code, name }) => ({ value: code, label: name }))}
          defaultValue={chosen.field}
        />
        <Select label="種類" name="kind" empty="全ての種類" options={KINDS} defaultValue={chosen.kind} />
        <Button variant="outline">表示する</Button>
      </form>
      {items.length === 0 && (
        <EmptyState title="共有された取組はありません">
          訪問の結果やメモ、会議の決定又は支援テーマで「ほかのチームに共有する」を選ぶと、ここに載ります。
        </EmptyState>
      )}
      {items.map((entry) => (
        <Entry key={entry.id} {...entry} />
      ))}
      <Pagination total={total} page={page} size={SIZE} href={(to) => withParams('/team-feed', chosen, { page: to })} />
    </div>
  );
}

function Entry({ kind, municipality, round, fields, day, text }: FeedEntry) {
  return (
    <Card title={municipality}>
      <div className="grid gap-3">
        <p className="text-dns-14N-130 text-solid-gray-700">
          {FEED_KIND_LABEL[kind]}　<Day value={day} />　{round}
        </p>
        <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>
        {fields.length > 0 && <ChipList label="政策分野" items={fields} />}
      </div>
    </Card>
  );
}

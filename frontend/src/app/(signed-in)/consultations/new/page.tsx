import type { Metadata } from 'next';
import { getNewOptions, getPractices, getSheet, getTowns } from '@/karte/api';
import { BeginForm } from '@/karte/begin-form';
import { CloneList } from '@/karte/clone-list';
import { PracticeSearch } from '@/karte/practice-search';
import { ProxyStart } from '@/karte/proxy-start';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: '相談カルテを作る' };

export default async function NewPage({ searchParams }: PageProps<'/consultations/new'>) {
  const query = await searchParams;
  const word = (name: string) => [query[name] ?? ''].flat()[0] ?? '';
  const [options, practices, towns, source] = await Promise.all([
    getNewOptions(),
    getPractices(new URLSearchParams({ q: word('q'), size: '8' })),
    word('town') ? getTowns(word('town')) : { items: [] },
    word('clone') ? getSheet(word('clone')) : null,
  ]);
  const writes = options.towns.length > 0;
  return (
    <div className="grid max-w-4xl gap-6">
      <PageHeader title="相談カルテを作る">
        <p>
          一つの相談カルテには一つのテーマを書きます。書きかけの内容は自動で保存され、提出するまで団体の外からは見えません。
        </p>
      </PageHeader>
      {source && (
        <Card title={`「${source.karte.title ?? ''}」を複製`}>
          <p className="mb-4">文章を引き継ぎます。日付、同意、添付資料、受付番号は引き継ぎません。</p>
          <BeginForm name="clone" values={{ cloneOf: source.id }} towns={[]} button="複製して始める" />
        </Card>
      )}
      {writes && (
        <>
          <Card title="白紙から始める">
            <BeginForm name="blank" towns={options.towns} button="新しい相談カルテを書く" />
          </Card>
          <Card title="好事例を参考に始める" id="practices">
            <PracticeSearch q={word('q')} practices={practices.items} total={practices.total} towns={options.towns} />
          </Card>
          <Card title="これまでの相談カルテを複製する">
            <CloneList kartes={options.kartes} severalTowns={options.towns.length > 1} />
          </Card>
        </>
      )}
      {options.proxyChannels.length > 0 && (
        <Card title="団体に代わって入力する">
          <ProxyStart channels={options.proxyChannels} q={word('town')} found={towns.items} />
        </Card>
      )}
      {!writes && options.proxyChannels.length === 0 && (
        <EmptyState title="相談カルテを作れるのは、地方公共団体の担当者と窓口の担当者です" />
      )}
    </div>
  );
}

import type { Visit } from '@musubi/backend/contract/visits';
import Image from 'next/image';
import { Card } from '@/ui/card';
import { Confirm } from '@/ui/confirm';
import { DescriptionList } from '@/ui/description-list';
import { Day, Moment } from '@/ui/time';
import { PhotoForm, RemovePhoto } from './photo-form';

export function VisitFacts({ visit }: { visit: Visit }) {
  const items = [
    { term: '期間', value: <Days {...visit} /> },
    {
      term: '訪問する支援官',
      value: visit.goers.map(({ name, ministry }) => `${name}（${ministry}）`).join('、') || '－',
    },
    { term: '同行者', value: visit.companions || '－' },
    { term: '旅費の区分', value: visit.travelLabel ?? '－' },
    { term: '面会した人', value: visit.metLabels.map(metWords).join('\n') || '－' },
    { term: '報道の取材', value: visit.media ? 'あり' : 'なし' },
    { term: '結果', value: visit.result || '－' },
    { term: 'ほかのチームへの共有', value: visit.shared ? '結果を共有する' : '共有しない' },
    ...(visit.cancelReason ? [{ term: '取りやめた理由', value: visit.cancelReason }] : []),
  ];
  return (
    <Card title="計画と結果">
      <DescriptionList preserve items={items} />
      {visit.route.length > 0 && (
        <>
          <h3 className="mt-6 mb-2 text-std-18B-160">行程</h3>
          <ol className="grid gap-2">
            {visit.route.map(({ on, time, place, purpose }) => (
              <li key={`${on} ${time} ${place}`}>
                <Day value={on} weekday /> {time}　<span className="font-700">{place}</span>
                {purpose && `　${purpose}`}
              </li>
            ))}
          </ol>
        </>
      )}
    </Card>
  );
}

const metWords = ({ label, count, note }: Visit['metLabels'][number]): string =>
  [label, count === null ? '' : `${count}人`, note].filter(Boolean).join('　');

export function Days({ startsOn, endsOn }: { startsOn: string; endsOn: string }) {
  return (
    <>
      <Day value={startsOn} weekday />
      {endsOn !== startsOn && (
        <>
          〜<Day value={endsOn} weekday />
        </>
      )}
    </>
  );
}

export function NoteList({ notes }: { notes: Visit['notes'] }) {
  if (notes.length === 0) return <p>メモはありません。訪問先では、電波の届かない所でも「訪問メモ」に書けます。</p>;
  return (
    <ul className="grid gap-4">
      {notes.map(({ id, text, shared, writtenBy, updatedAt }) => (
        <li key={id} className="border-l-4 border-solid-gray-200 pl-4">
          <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>
          <p className="text-dns-14N-130 text-solid-gray-700">
            {writtenBy}　<Moment value={updatedAt} />
            {shared && '　ほかのチームに共有'}
          </p>
        </li>
      ))}
    </ul>
  );
}

export function Photos({ visit }: { visit: Visit }) {
  const mayAdd = visit.allowedActions.includes('addPhoto');
  const mayRemove = visit.allowedActions.includes('removePhoto');
  return (
    <Card title="写真">
      <div className="grid gap-6">
        {visit.photos.length === 0 && <p>写真はありません。</p>}
        <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
          {visit.photos.map(({ id, caption, consent, width, height, addedBy }) => (
            <li key={id} className="grid content-start gap-2">
              <Image
                src={`/api/visit-photos/${id}`}
                alt={caption}
                width={width}
                height={height}
                loading="lazy"
                className="h-auto w-full rounded-8"
              />
              <p>{caption}</p>
              <p className="text-dns-14N-130 text-solid-gray-700">
                同意の確認：{consent}（{addedBy}）
              </p>
              {mayRemove && (
                <Confirm label="削除" question={<p>写真そのものが消え、元に戻せません。</p>}>
                  <RemovePhoto id={id} />
                </Confirm>
              )}
            </li>
          ))}
        </ul>
        {mayAdd && <PhotoForm id={visit.id} />}
      </div>
    </Card>
  );
}

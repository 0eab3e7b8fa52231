import { type SavedSearch, SEARCH_DIGEST_LABEL } from '@musubi/backend/contract/search';
import type { Route } from 'next';
import { Card } from '@/ui/card';
import { Confirm } from '@/ui/confirm';
import { Disclosure } from '@/ui/disclosure';
import { Link } from '@/ui/link';
import { changeSaved } from './actions';
import { RemoveSaved } from './remove-saved';
import { addressOf } from './saved-address';
import { SavedForm } from './saved-form';

export const RHYTHMS = Object.entries(SEARCH_DIGEST_LABEL).map(([value, label]) => ({ value, label }));

/** One's own searches, and those that colleagues share. `back` is where a change leads back to. */
export function SavedList({ items, back }: { items: readonly SavedSearch[]; back: Route }) {
  return (
    <Card title="保存した検索">
      {items.length === 0 && <p>探した後に「この検索を保存する」から名前を付けると、ここから選べます。</p>}
      <ul className="grid gap-4">
        {items.map((saved) => (
          <li key={saved.id} className="grid gap-2 border-b border-solid-gray-200 pb-4 last:border-b-0 last:pb-0">
            <div className="grid gap-1 break-words">
              <p>
                <Link href={addressOf(saved.question)}>{saved.name}</Link>
              </p>
              <p className="text-dns-14N-130 text-solid-gray-700">{aboutOf(saved)}</p>
            </div>
            {saved.by === null && <Change saved={saved} back={back} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const FAILING =
  '続けて実行できず、新しい結果を確認できていません。開いて確かめ、必要なら削除して保存し直してください。';

function aboutOf({ question, by, shared, digest, failing }: SavedSearch): string {
  const whose = by === null ? (shared ? '共有中' : '') : `${by}さんが共有`;
  return [
    question.q,
    whose,
    digest === 'none' ? '' : `新しい結果を${SEARCH_DIGEST_LABEL[digest]}通知`,
    failing ? FAILING : '',
  ]
    .filter(Boolean)
    .join('　');
}

function Change({ saved, back }: { saved: SavedSearch; back: Route }) {
  return (
    <Disclosure summary={`「${saved.name}」を変更する`}>
      <div className="grid gap-4">
        <SavedForm
          action={changeSaved.bind(null, saved.id, back)}
          idPrefix={`${saved.id}-`}
          rhythms={RHYTHMS}
          stored={saved}
          submit="変更を保存する"
        />
        <Confirm label="この検索を削除する" question={<p>「{saved.name}」を削除します。元に戻せません。</p>}>
          <RemoveSaved id={saved.id} back={back} />
        </Confirm>
      </div>
    </Disclosure>
  );
}

import { Banner } from './banner';

const DONE: Record<string, string> = {
  created: '登録しました。',
  updated: '変更しました。',
  ended: '終了しました。',
  cancelled: '取り消しました。',
  settled: '対応済みにしました。',
  retried: 'もう一度実行します。結果は、しばらくしてから読み込み直して確認してください。',
  imported: '取り込みました。',
};

/** What the last action did, from `?done=` of the address. */
export function DoneBanner({ done }: { done: string | string[] | undefined }) {
  const title = DONE[String(done)];
  return title ? <Banner kind="success" title={title} /> : null;
}

import type { TextStatus } from './text-saver';

const time = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' });

function words(status: TextStatus): string {
  switch (status.kind) {
    case 'saved':
      return status.at ? `${time.format(new Date(status.at))} に保存しました。` : '';
    case 'unsaved':
      return '入力中です。';
    case 'saving':
      return '保存しています…';
    case 'merged':
      return `${status.by}さんが書いた内容を取り込みました。`;
    case 'stale':
      return 'まだ保存していません。';
    case 'refused':
      return `保存できません。${status.message}`;
    case 'unreachable':
      return '通信できないため、まだ保存していません。この画面を開いたままにすると、自動で保存し直します。';
  }
}

/** How a text stands, under its field. */
export function TextStatusLine({ status }: { status: TextStatus }) {
  const alarm = status.kind === 'refused' || status.kind === 'unreachable';
  return (
    <p role="status" className={`min-h-5 text-dns-14N-130 ${alarm ? 'text-error-1' : 'text-solid-gray-700'}`}>
      {words(status)}
    </p>
  );
}

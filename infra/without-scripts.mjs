// A page that says it needs no JavaScript is sent without any: Next would make every visitor of a list load 117 KB.
import { Transform } from 'node:stream';

const MARK = '<meta name="scripts" content="none"/>';
const SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script>|<link rel="preload" as="script"[^>]*>/g;
const BROKEN = '<html id="__next_error__">';
const APOLOGY =
  '<noscript><h1>問題が発生しました</h1><p>申し訳ありません。しばらく待ってから、もう一度お試しください。</p><p><a href="/">トップページへ戻る</a></p></noscript>';

export function withoutScripts(html) {
  if (html.includes(MARK)) return html.replace(SCRIPT, '');
  return html.includes(BROKEN)
    ? html.replace('<body>', `<body>${APOLOGY}`).replace('<html ', '<html lang="ja" ')
    : html;
}

/** The same for a stream. Our pages come whole, so that waiting for their end costs nothing. */
export function plainPages() {
  const pieces = [];
  return new Transform({
    transform(piece, _, done) {
      pieces.push(piece);
      done();
    },
    flush(done) {
      done(null, withoutScripts(Buffer.concat(pieces).toString('utf8')));
    },
  });
}

// The pages of the mail sink: /inbox, /inbox/messages.json?to=…, /inbox/<id>, /inbox/<id>/<attachment number>.
const PAGE = 100;
const STYLE = `body{font:1rem/1.7 sans-serif;max-width:60rem;margin:0 auto;padding:1.5rem;color:#1a1a1c}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.5rem;border-bottom:1px solid #949494}
pre{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid #949494;border-radius:8px;padding:1rem}
a{color:#00118f}a:focus-visible,button:focus-visible,input:focus-visible{outline:4px solid #000;outline-offset:2px}
input,button{font:inherit;padding:.25rem .75rem}dt{font-weight:bold}dd{margin:0 0 .5rem}`;

const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const linked = (text) => escaped(text).replace(/https?:\/\/[^\s<>　、。]+/g, (url) => `<a href="${url}">${url}</a>`);
const when = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', dateStyle: 'medium', timeStyle: 'medium' });
const time = (at) => `<time datetime="${at}">${when.format(new Date(at))}</time>`;

const page = (title, body) => `<!doctype html><html lang="ja"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${escaped(title)} | デモ受信箱</title><style>${STYLE}</style></head>
<body><main><h1>${escaped(title)}</h1>${body}</main></body></html>`;

/** Said where people wait for a mail. */
const WINDOW = {
  always:
    'このデモは、夜間や休日でもメールをすぐに送ります（本番では、開庁日の8時30分から18時までに送ります。人ごとに「お知らせの受け取り方」で変えられます）。',
  office:
    'メールは開庁日の8時30分から18時まで（人ごとの設定があればその時刻）に届きます。待っているメールは、窓口管理職の「送信状況」で確認できます。',
};

function list(mails, to, sendWindow) {
  const rows = mails.slice(0, PAGE).map(
    (mail) => `<tr><td>${time(mail.at)}</td><td>${escaped(mail.to.join(', '))}</td>
<td><a href="/inbox/${mail.id}">${escaped(mail.subject || '（件名なし）')}</a></td></tr>`,
  );
  const table = `<table><caption>${mails.length}件${mails.length > PAGE ? `（新しい${PAGE}件を表示）` : ''}</caption>
<thead><tr><th scope="col">受信日時</th><th scope="col">宛先</th><th scope="col">件名</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return page(
    'デモ受信箱',
    `<p>このデモが送ったメールはすべてここに届きます。実際には送信されません。${WINDOW[sendWindow]}</p>
<form><label>宛先 <input type="search" name="to" value="${escaped(to)}"></label> <button>絞り込む</button></form>
${mails.length > 0 ? table : '<p>メールはまだ届いていません。</p>'}`,
  );
}

function one(mail) {
  const files = mail.attachments.map(
    ({ name, content }, index) =>
      `<li><a href="/inbox/${mail.id}/${index}">${escaped(name)}</a>（${content.length} バイト）</li>`,
  );
  return page(
    mail.subject || '（件名なし）',
    `<p><a href="/inbox">受信箱に戻る</a></p>
<dl><dt>受信日時</dt><dd>${time(mail.at)}</dd><dt>差出人</dt><dd>${escaped(mail.from)}</dd><dt>宛先</dt><dd>${escaped(mail.to.join(', '))}</dd></dl>
<pre>${linked(mail.text)}</pre>${files.length > 0 ? `<h2>添付ファイル</h2><ul>${files.join('')}</ul>` : ''}`,
  );
}

const plain = ({ attachments, ...mail }) => ({
  ...mail,
  attachments: attachments.map(({ name, type, content }, index) => ({
    name,
    type,
    size: content.length,
    url: `/inbox/${mail.id}/${index}`,
  })),
});

/** Answers one request below /inbox. `mails` grows at its end; `sendWindow` as in the settings. */
export function inboxPages(mails, sendWindow) {
  return (request, response) => {
    const url = new URL(request.url, 'http://inbox');
    const to = url.searchParams.get('to')?.trim() ?? '';
    const wanted = () => mails.filter((mail) => !to || mail.to.some((address) => address.includes(to))).reverse();
    const [, , id, number] = url.pathname.split('/');
    const send = (status, type, body, headers = {}) =>
      response
        .writeHead(status, {
          'content-type': type,
          'cache-control': 'no-store',
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
          'x-content-type-options': 'nosniff',
          ...headers,
        })
        .end(body);
    if (!id) return send(200, 'text/html; charset=utf-8', list(wanted(), to, sendWindow));
    if (id === 'messages.json') return send(200, 'application/json', JSON.stringify(wanted().map(plain)));
    const mail = mails.find((candidate) => candidate.id === id);
    const file = mail?.attachments[Number(number)];
    if (mail && number === undefined) return send(200, 'text/html; charset=utf-8', one(mail));
    if (file)
      return send(200, file.type, file.content, {
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      });
    return send(404, 'text/html; charset=utf-8', page('見つかりません', '<p><a href="/inbox">受信箱に戻る</a></p>'));
  };
}

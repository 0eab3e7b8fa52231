import { type NextRequest, NextResponse } from 'next/server';
import { apiOrigin } from './config';
import { contentSecurityPolicy } from './content-security-policy';

/** A form of a signed-in page, posted by the browser itself. With a script `submitForm` notices an ended session. */
export function isFormWithoutScript({ method, headers, cookies }: NextRequest): boolean {
  return method === 'POST' && !headers.has('next-action') && cookies.has('musubi_session');
}

export async function sessionEnded(request: NextRequest): Promise<boolean> {
  const cookie = request.headers.get('cookie') ?? '';
  const { status } = await fetch(`${apiOrigin()}/api/me`, { headers: { cookie }, cache: 'no-store' });
  return status === 401;
}

/** The page in between: sign in elsewhere, come back, send again. It carries what was typed. */
export function expired(form: FormData, address: string): NextResponse {
  const typed = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const files = typed.length < [...form].length;
  const html = `<!doctype html><html lang="ja"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>サインインの有効期限が切れました｜Musubi 新結合相談窓口</title></head>
<body><main><h1>サインインの有効期限が切れました</h1>
<p><a href="/sign-in" target="_blank">別のタブでサインイン</a>してから、次のボタンを押してください。入力内容は失われていません。</p>
${files ? '<p>添付ファイルは送られません。後で、もう一度選んでください。</p>' : ''}
<form method="post" enctype="multipart/form-data" action="${escaped(address)}">
${typed.map(([name, value]) => `<textarea hidden name="${escaped(name)}">\n${escaped(value)}</textarea>`).join('')}
<button>もう一度送信する</button></form></main></body></html>`;
  return new NextResponse(html, {
    status: 401,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy('none'),
    },
  });
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

import { createServer } from 'node:http';
import { Failure } from './failure.mjs';
import { createFrontProxy } from './front-proxy.mjs';

const WAIT =
  '<!doctype html><html lang="ja"><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>起動中</title><p>Musubi を起動しています。しばらくお待ちください。</p></html>';

/** Takes the port first, so that a port in use is told at once; says "starting" until `open` is called. */
export async function createFrontDoor({ host, port, trusted }) {
  let answer = (_, response) =>
    response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '2' }).end(WAIT);
  const server = createServer((request, response) => answer(request, response));
  await new Promise((ready, failed) => {
    server.once('error', (error) => failed(cannotListen(host, port, error)));
    server.listen(port, host, ready);
  });
  return {
    name: '入口',
    open(targets) {
      const proxy = createFrontProxy({ ...targets, trusted });
      answer = (request, response) => proxy.emit('request', request, response);
    },
    async stop() {
      const closed = new Promise((done) => server.close(done));
      const impatience = setTimeout(() => server.closeAllConnections(), 2000);
      await closed;
      clearTimeout(impatience);
    },
  };
}

function cannotListen(host, port, error) {
  if (error.code === 'EADDRINUSE')
    return new Failure(
      `ポート ${port} は別のプログラムが使っています。そちらを終了するか、PORT に別の番号を指定してください（例: PORT=${port + 1} npm start）。`,
      `Port ${port} is in use. Stop the other program, or set PORT (for example PORT=${port + 1} npm start).`,
    );
  if (error.code === 'EACCES')
    return new Failure(
      `ポート ${port} を開く権限がありません。PORT に 1024 以上の番号を指定してください。`,
      `No permission to open port ${port}. Set PORT to 1024 or above.`,
    );
  return new Failure(
    `${host}:${port} で待ち受けできません（${error.code}）。HOST と PORT を確認してください。`,
    `Cannot listen on ${host}:${port} (${error.code}). Check HOST and PORT.`,
  );
}

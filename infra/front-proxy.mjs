// The one address browsers see: /api/* goes to the API (prefix kept), /inbox to the mail sink, the rest to the web server.
import { Agent, createServer, request as httpRequest } from 'node:http';
import { pipeline } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { staticAssets } from './static-assets.mjs';
import { plainPages } from './without-scripts.mjs';

const HOP = ['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer', 'upgrade'];
const FORGEABLE = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-real-ip',
];
const TEXT = /^(text\/(?!event-stream)|application\/(json|problem\+json|javascript|manifest\+json)|image\/svg)/;
const PAGE = /^text\/html/;
const NEXT_STATIC = '/_next/static/';

/**
 * `api` and `web` are origins such as http://127.0.0.1:3001. `staticFolder` holds what /_next/static/ serves,
 * `inbox` handles /inbox, `trusted` lists the addresses of proxies before us whose x-forwarded-* we believe.
 */
export function createFrontProxy({ api, web, staticFolder, inbox, trusted = [] }) {
  const agent = new Agent({ keepAlive: true, timeout: 4000 }); // shorter than the servers' own, so they never hang up first
  const assets = staticFolder ? staticAssets(staticFolder, NEXT_STATIC) : () => false;
  return createServer((request, response) => {
    const path = request.url.split('?')[0];
    if (inbox && (path === '/inbox' || path.startsWith('/inbox/'))) return inbox(request, response);
    if (path.startsWith(NEXT_STATIC) && assets(request, response)) return undefined;
    return forward(path.startsWith('/api/') ? api : web, request, response, { agent, trusted });
  });
}

function forward(origin, request, response, context) {
  const { hostname, port } = new URL(origin);
  const { method, url: path } = request;
  const headers = forwarded(request, context.trusted);
  const upstream = httpRequest({ hostname, port, method, path, headers, agent: context.agent }, (answer) =>
    deliver(answer, request, response),
  );
  upstream.on('error', (error) => {
    if (response.headersSent || response.destroyed) return response.destroy();
    // A kept connection the server closed at the same moment: nothing was done, ask again.
    if (upstream.reusedSocket && error.code === 'ECONNRESET' && (method === 'GET' || method === 'HEAD'))
      return forward(origin, request, response, context);
    return response
      .writeHead(502, { 'content-type': 'text/plain; charset=utf-8' })
      .end('サーバーが応答しません。しばらく待ってから、もう一度お試しください。');
  });
  response.on('close', () => upstream.destroy());
  request.pipe(upstream);
}

function forwarded(request, trusted) {
  const { 'accept-encoding': _, ...headers } = request.headers; // compressing is our work
  const from = request.socket.remoteAddress.replace(/^::ffff:/, '');
  const believed = trusted.includes(from);
  const client = believed ? headers['x-forwarded-for']?.split(',').at(-1).trim() : undefined;
  const proto = believed ? headers['x-forwarded-proto'] : undefined;
  for (const name of [...HOP, ...FORGEABLE]) delete headers[name];
  return {
    ...headers,
    'x-forwarded-for': client ?? from,
    'x-forwarded-host': headers.host ?? '',
    'x-forwarded-proto': proto ?? 'http',
  };
}

function deliver(answer, request, response) {
  const headers = { ...answer.headers };
  for (const name of [...HOP, 'transfer-encoding']) delete headers[name];
  const stages = [];
  if (PAGE.test(headers['content-type']) && !headers['content-encoding']) stages.push(plainPages());
  const encoding = compressible(answer, request) && preferred(request.headers['accept-encoding'] ?? '');
  if (encoding) {
    stages.push(compressor(encoding));
    headers['content-encoding'] = encoding;
    headers.vary = headers.vary ? `${headers.vary}, accept-encoding` : 'accept-encoding';
    if (headers.etag && !headers.etag.startsWith('W/')) headers.etag = `W/${headers.etag}`;
  }
  if (stages.length > 0) delete headers['content-length'];
  response.writeHead(answer.statusCode, headers);
  pipeline([answer, ...stages, response], () => {});
}

function compressible(answer, request) {
  const {
    'content-type': type = '',
    'content-encoding': done,
    'content-length': length,
    'cache-control': cache = '',
  } = answer.headers;
  if (done || request.method === 'HEAD' || answer.statusCode === 204 || answer.statusCode === 304) return false;
  return TEXT.test(type) && !cache.includes('no-transform') && (length === undefined || Number(length) > 1024);
}

const preferred = (accepted) => (/\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null);

/** Flushes after each piece, so that what a server streams reaches the reader at once. */
function compressor(encoding) {
  if (encoding === 'gzip') return createGzip({ level: 5, flush: constants.Z_SYNC_FLUSH });
  return createBrotliCompress({
    flush: constants.BROTLI_OPERATION_FLUSH,
    params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
  });
}

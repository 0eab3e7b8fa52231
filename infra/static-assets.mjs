// Next's static files: never change under one name, so they are compressed once and cached by browsers for a year.
import { createReadStream, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};
const COMPRESSIBLE = new Set(['.js', '.css', '.svg', '.json']);

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Writes the best brotli of each text file beside it, at build time. */
export function precompress(folder) {
  for (const file of filesBelow(folder).filter((name) => COMPRESSIBLE.has(extname(name)))) {
    const source = readFileSync(file);
    const small = brotliCompressSync(source, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: source.length } });
    if (small.length < source.length) writeFileSync(`${file}.br`, small);
  }
}

/** A handler for the files of `folder` under `prefix`; it answers false when it does not know the path. */
export function staticAssets(folder, prefix) {
  const assets = new Map();
  for (const file of filesBelow(folder)) {
    const path = prefix + relative(folder, file).split(sep).join('/');
    if (path.endsWith('.br')) continue;
    assets.set(path, { file, size: statSync(file).size, type: TYPES[extname(file)] ?? 'application/octet-stream' });
  }
  for (const [path, asset] of assets) {
    const br = statSync(join(folder, `${path.slice(prefix.length)}.br`), { throwIfNoEntry: false });
    if (br) asset.brotli = { file: `${asset.file}.br`, size: br.size };
  }
  return (request, response) => {
    const asset = assets.get(decoded(request.url.split('?')[0]));
    if (!asset || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    const brotli = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') && asset.brotli;
    const { file, size } = brotli || asset;
    response.writeHead(200, {
      'content-type': asset.type,
      'content-length': size,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      ...(asset.brotli && { vary: 'accept-encoding' }),
      ...(brotli && { 'content-encoding': 'br' }),
    });
    if (request.method === 'HEAD') response.end();
    else
      createReadStream(file)
        .on('error', () => response.destroy())
        .pipe(response);
    return true;
  };
}

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

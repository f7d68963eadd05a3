'use strict';

const fs = require('fs');
const http = require('http');
const path = require('path');

const ROOT = path.resolve(process.env.ARTIFACTS || './artifacts');
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.map': 'application/json', '.wasm': 'application/wasm' };

function fail(res, status) {
  res.writeHead(status, { 'Content-Type': 'text/plain' });
  res.end(http.STATUS_CODES[status]);
}

function decode(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

/** The file itself, or its .br or .gz neighbour if the client takes that. */
function locate(wanted, accepted) {
  const file = path.join(ROOT, wanted);
  if (!file.startsWith(ROOT + path.sep)) return null;
  for (const [encoding, suffix] of [['br', '.br'], ['gzip', '.gz']]) {
    if (accepted.includes(encoding) && fs.existsSync(file + suffix)) {
      return { file, onDisk: file + suffix, encoding };
    }
  }
  return { file, onDisk: file };
}

const server = http.createServer((req, res) => {
  if (req.method !== 'GET') return fail(res, 405);
  const wanted = decode(req.url.split('?')[0]);
  if (wanted === null || wanted.includes('\0')) return fail(res, 400);

  const found = locate(wanted, req.headers['accept-encoding'] || '');
  if (!found) return fail(res, 403);
  const { file, onDisk, encoding } = found;
  const stream = fs.createReadStream(onDisk);
  stream.once('error', () => fail(res, 404));
  stream.once('open', () => {
    res.setHeader('Content-Type', TYPES[path.extname(file)] || 'application/octet-stream');
    res.setHeader('Vary', 'Accept-Encoding');
    if (encoding) res.setHeader('Content-Encoding', encoding);
    stream.pipe(res);
  });
});

server.listen(Number(process.env.PORT) || 4173);

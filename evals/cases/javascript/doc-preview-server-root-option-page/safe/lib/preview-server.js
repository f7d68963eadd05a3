'use strict';

const fs = require('fs');
const http = require('http');
const path = require('path');

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

function fail(res, status, message) {
  res.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  res.end(message + '\n');
}

function decodePath(url) {
  try {
    return decodeURIComponent(url.split('?')[0]);
  } catch (err) {
    return null;
  }
}

/**
 * Serves one or more folders of built documentation.
 *
 * @param {object} options
 * @param {Object<string, string>} options.mounts URL prefix to folder, such as { '/v2': 'build/v2' }
 * @param {string} [options.index]                file to serve for a folder
 */
function createPreviewServer(options) {
  const mounts = Object.entries(options.mounts)
    .map(([prefix, dir]) => ({ prefix: prefix.replace(/\/+$/, ''), dir: path.resolve(dir) }))
    // the longest prefix wins
    .sort((a, b) => b.prefix.length - a.prefix.length);
  const index = options.index || 'index.html';

  function locate(pathname) {
    const mount = mounts.find((m) => pathname.startsWith(m.prefix + '/'));
    if (!mount) return null;
    const target = path.join(mount.dir, pathname.slice(mount.prefix.length));
    if (target !== mount.dir && !target.startsWith(mount.dir + path.sep)) {
      return null;
    }
    return target;
  }

  return http.createServer((req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      return fail(res, 405, 'Method not allowed');
    }
    const pathname = decodePath(req.url);
    if (pathname === null || pathname.includes('\0')) {
      return fail(res, 400, 'Bad request');
    }
    const target = locate(pathname);
    if (!target) {
      return fail(res, 403, 'Forbidden');
    }
    const file = pathname.endsWith('/') ? path.join(target, index) : target;
    fs.stat(file, (err, stats) => {
      if (err || !stats.isFile()) {
        return fail(res, 404, 'Not found');
      }
      res.writeHead(200, {
        'Content-Type': TYPES[path.extname(file)] || 'application/octet-stream',
        'Content-Length': stats.size,
      });
      if (req.method === 'HEAD') return res.end();
      fs.createReadStream(file).pipe(res);
    });
  });
}

module.exports = { createPreviewServer };

const http = require('http');
const https = require('https');
const { collect } = require('./collect');

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const BODY_HEADERS = ['content-type', 'content-length'];

function transport(url) {
  if (url.protocol === 'https:') return https;
  if (url.protocol === 'http:') return http;
  throw new Error(`Unsupported protocol ${url.protocol}`);
}

function lowerCased(headers) {
  const out = {};
  for (const [name, value] of Object.entries(headers || {})) {
    out[name.toLowerCase()] = value;
  }
  return out;
}

/**
 * Sends a request and follows up to `hops` redirects.
 * The callback gets (error, { url, status, headers, body }).
 */
function follow(url, options, hops, done) {
  const request = transport(url).request(
    url,
    {
      method: options.method || 'GET',
      headers: lowerCased(options.headers),
      agent: options.agents && options.agents[url.protocol],
      timeout: options.timeout || 15000,
    },
    (response) => {
      const status = response.statusCode;
      if (!REDIRECTS.has(status) || !response.headers.location) {
        return collect(response, 10 * 1024 * 1024, (err, body) => {
          if (err) return done(err);
          done(null, { url: url.href, status, headers: response.headers, body });
        });
      }
      response.resume();
      if (hops === 0) return done(new Error('Too many redirects'));

      let location;
      try {
        location = new URL(response.headers.location, url);
        transport(location);
      } catch (err) {
        return done(err);
      }
      let { method, body } = options;
      const headers = lowerCased(options.headers);
      if (status === 303 || (method === 'POST' && status < 303)) {
        method = 'GET';
        body = undefined;
        for (const name of BODY_HEADERS) delete headers[name];
      }
      follow(location, { ...options, method, body, headers }, hops - 1, done);
    },
  );
  request.on('timeout', () => request.destroy(new Error('Timed out')));
  request.on('error', done);
  request.end(options.body);
}

function request(url, options, done) {
  follow(new URL(url), options, options.maxRedirects ?? 5, done);
}

function get(url, options, done) {
  request(url, { ...options, method: 'GET', body: undefined }, done);
}

module.exports = { get, request };

'use strict';

const http = require('http');
const { createHmac, timingSafeEqual } = require('crypto');
const { readBody } = require('./lib/read-body');
const { enqueue } = require('./lib/queue');

const secret = process.env.HOOK_SECRET;
if (!secret) throw new Error('HOOK_SECRET is not set');

function isGenuine(body, header = '') {
  const expected = createHmac('sha256', secret).update(body).digest();
  const given = Buffer.from(header, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

async function receive(req, res) {
  if (req.method !== 'POST' || req.url !== '/hooks/payments') return res.writeHead(404).end();
  const body = await readBody(req);
  if (!isGenuine(body, req.headers['x-signature'])) return res.writeHead(401).end();
  await enqueue('payments', body);
  res.writeHead(202).end();
}

http
  .createServer((req, res) => {
    receive(req, res).catch((err) => {
      if (!res.headersSent) res.writeHead(err.status || 500).end();
    });
  })
  .listen(process.env.PORT || 8080);

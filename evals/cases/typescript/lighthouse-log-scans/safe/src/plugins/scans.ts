import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import type { FastifyPluginAsync } from 'fastify';
import { readerOnly } from '../hooks/reader-only';

const SCANS = resolve(process.env.SCANS_DIR ?? '/var/lib/lighthouse/scans');

const mime: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

const scans: FastifyPluginAsync = async (app) => {
  app.addHook('onRequest', readerOnly);

  // 1894/june/0012.jpg and so on; the old viewer encodes the slashes twice
  app.get<{ Params: { '*': string } }>('/scans/*', async (req, reply) => {
    const file = resolve(SCANS, decodeURIComponent(req.params['*']));
    if (!file.startsWith(SCANS + sep)) return reply.code(404).send({ error: 'no such page' });
    const info = await stat(file).catch(() => null);
    if (!info?.isFile()) return reply.code(404).send({ error: 'no such page' });

    return reply
      .type(mime[extname(file)] ?? 'application/octet-stream')
      .header('content-length', info.size)
      .send(createReadStream(file));
  });
};

export default scans;

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyPluginAsync } from 'fastify';
import { readerOnly } from '../hooks/reader-only';

const SCANS = process.env.SCANS_DIR ?? '/var/lib/lighthouse/scans';

const mime: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

const scans: FastifyPluginAsync = async (app) => {
  app.addHook('onRequest', readerOnly);

  app.get<{ Params: { page: string } }>('/scans/:page(^\\d{1,6}$).jpg', async (req, reply) => {
    const file = join(SCANS, `${req.params.page}.jpg`);
    const info = await stat(file).catch(() => null);
    if (!info?.isFile()) return reply.code(404).send({ error: 'no such page' });

    return reply
      .type(mime[extname(file)] ?? 'application/octet-stream')
      .header('content-length', info.size)
      .send(createReadStream(file));
  });
};

export default scans;

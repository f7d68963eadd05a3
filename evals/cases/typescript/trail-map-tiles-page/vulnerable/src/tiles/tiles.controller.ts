import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Router } from 'express';
import { requireHiker } from '../auth/require-hiker';
import { upstreamOf } from './upstream';

export const tiles = Router();

const TYPES = ['image/png', 'image/jpeg', 'image/webp'];

tiles.get('/tiles', requireHiker, async (req, res, next) => {
  const url = upstreamOf(req.query.src);
  if (!url) {
    return res.status(400).send('Unknown tile server');
  }
  try {
    const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(6000) });
    const type = answer.headers.get('content-type') ?? '';
    if (!answer.ok || !answer.body || !TYPES.includes(type)) {
      return res.sendStatus(502);
    }
    res.set({ 'Content-Type': type, 'Cache-Control': 'private, max-age=86400', 'X-Content-Type-Options': 'nosniff' });
    Readable.fromWeb(answer.body as ReadableStream).pipe(res);
  } catch (err) {
    next(err);
  }
});

import type { NextApiRequest, NextApiResponse } from 'next';
import sharp from 'sharp';
import { config } from '../../config';
import { isAllowedSource } from '../../lib/image-hosts';
import { readLimited } from '../../lib/read-limited';

const WIDTHS = new Set([64, 128, 256, 512, 1024, 2048]);
const MAX_BYTES = 8 * 1024 * 1024;

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const { url, w } = req.query;
  const width = Number(w);
  if (typeof url !== 'string' || !WIDTHS.has(width)) {
    res.status(400).json({ error: 'url and w are needed' });
    return;
  }
  if (!isAllowedSource(url, config.imageHosts)) {
    res.status(403).json({ error: 'Images of this host are not optimized' });
    return;
  }

  try {
    const upstream = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(5000),
    });
    if (!upstream.ok || !upstream.body) {
      res.status(502).json({ error: 'The image cannot be loaded' });
      return;
    }
    const original = await readLimited(upstream.body, MAX_BYTES);
    const webp = await sharp(original, { limitInputPixels: 50_000_000 })
      .resize({ width, withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer();
    res.setHeader('Content-Type', 'image/webp');
    res.setHeader('Cache-Control', 'public, max-age=86400');
    res.send(webp);
  } catch {
    res.status(502).json({ error: 'The image cannot be loaded' });
  }
}

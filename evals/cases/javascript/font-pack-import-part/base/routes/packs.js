import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import express from 'express';
import { requireDesigner } from '../auth.js';
import { FONT_ROOT } from '../settings.js';

export const packs = express.Router();

packs.use(requireDesigner);

// one font per request for now
packs.post('/', async (req, res, next) => {
  const id = randomUUID();
  const folder = path.join(FONT_ROOT, id);
  try {
    await mkdir(folder, { recursive: true });
    await pipeline(req, createWriteStream(path.join(folder, 'font.woff2')));
    res.status(201).json({ id });
  } catch (err) {
    next(err);
  }
});

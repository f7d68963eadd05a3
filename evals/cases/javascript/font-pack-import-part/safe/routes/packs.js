import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import express from 'express';
import { requireDesigner } from '../auth.js';
import { FONT_ROOT } from '../settings.js';
import { unpack } from '../lib/unpack.js';

export const packs = express.Router();

packs.use(requireDesigner);

packs.post('/', async (req, res, next) => {
  const id = randomUUID();
  const folder = path.join(FONT_ROOT, id);
  try {
    await mkdir(folder, { recursive: true });
    const files = await unpack(req, folder);
    res.status(201).json({ id, files });
  } catch (err) {
    next(err);
  }
});

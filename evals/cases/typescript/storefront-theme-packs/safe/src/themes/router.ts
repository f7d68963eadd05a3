import { Router } from 'express';
import multer from 'multer';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { requireShopOwner } from '../auth';
import { THEME_DIR } from '../config';
import { ThemePackError, unpackTheme } from './unpack';

const upload = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: 8 * 1024 * 1024, files: 1 },
});

export const themes = Router();

themes.use(requireShopOwner);

themes.put('/current', upload.single('theme'), async (req, res, next) => {
  if (!req.file) {
    res.status(400).json({ error: 'theme is missing' });
    return;
  }
  const directory = path.join(THEME_DIR, String(req.shop.id));
  try {
    await mkdir(directory, { recursive: true });
    res.json({ files: await unpackTheme(req.file.buffer, directory) });
  } catch (error) {
    if (error instanceof ThemePackError) {
      res.status(422).json({ error: error.message });
      return;
    }
    next(error);
  }
});

import { Router } from 'express';
import multer from 'multer';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { requireShopOwner } from '../auth';
import { THEME_DIR } from '../config';

const upload = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: 256 * 1024, files: 1 },
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
    await writeFile(path.join(directory, 'theme.css'), req.file.buffer);
    res.json({ files: ['theme.css'] });
  } catch (error) {
    next(error);
  }
});

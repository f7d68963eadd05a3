import { rm } from 'node:fs/promises';
import path from 'node:path';
import { themes } from '../stores/themes.js';

const THEME_ROOT = path.resolve(process.env.THEME_ROOT ?? 'data/themes');

const folderOf = (themeId) => path.join(THEME_ROOT, String(Number(themeId)));

export async function removeTheme({ themeId }) {
  await rm(folderOf(themeId), { recursive: true, force: true });
  await themes.markRemoved(themeId);
}

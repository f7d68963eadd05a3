import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import unzipper from 'unzipper';
import { themes } from '../stores/themes.js';

const THEME_ROOT = path.resolve(process.env.THEME_ROOT ?? 'data/themes');
const MAX_FILES = 500;
const MAX_BYTES = 30 * 1024 * 1024;

const folderOf = (themeId) => path.join(THEME_ROOT, String(Number(themeId)));

export async function removeTheme({ themeId }) {
  await rm(folderOf(themeId), { recursive: true, force: true });
  await themes.markRemoved(themeId);
}

async function* measured(stream, budget) {
  for await (const part of stream) {
    budget.left -= part.length;
    if (budget.left < 0) throw new Error('archive is too large');
    yield part;
  }
}

async function unpack(archivePath, folder) {
  const archive = await unzipper.Open.file(archivePath);
  const files = archive.files.filter((entry) => entry.type === 'File');
  if (files.length > MAX_FILES) throw new Error('archive has too many files');

  const budget = { left: MAX_BYTES };
  for (const entry of files) {
    const target = path.resolve(folder, entry.path);
    if (!target.startsWith(folder + path.sep)) throw new Error('archive leaves its folder');
    await mkdir(path.dirname(target), { recursive: true });
    await pipeline(entry.stream(), (stream) => measured(stream, budget), createWriteStream(target));
  }
}

/** Queue job: { themeId, archivePath }, the archive was uploaded by a shop owner. */
export async function importTheme({ themeId, archivePath }) {
  const folder = folderOf(themeId);
  await mkdir(folder, { recursive: true });
  try {
    await unpack(archivePath, folder);
    const { name, version } = JSON.parse(await readFile(path.join(folder, 'theme.json'), 'utf8'));
    await themes.markReady(themeId, { name, version });
  } catch (err) {
    await removeTheme({ themeId });
    throw err;
  } finally {
    await rm(archivePath, { force: true });
  }
}

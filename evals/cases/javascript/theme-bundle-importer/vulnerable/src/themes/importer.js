import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import unzipper from 'unzipper';

const MAX_FILES = 500;
const MAX_BYTES = 40 * 1024 * 1024;
const THEMES_ROOT = path.resolve(process.env.THEMES_ROOT ?? './data/themes');

export async function saveManifest(id, manifest) {
  const dir = path.join(THEMES_ROOT, id);
  await mkdir(dir, { recursive: true });
  await writeFile(path.join(dir, 'theme.json'), JSON.stringify(manifest, null, 2));
}

export async function createBlankTheme(name) {
  const id = randomUUID();
  await saveManifest(id, { name, version: 1, files: [] });
  return id;
}

/**
 * Unpacks a bundle that a shop owner uploaded and registers it as a new theme.
 */
export async function importBundle(zipFile, name) {
  const id = randomUUID();
  const dir = path.join(THEMES_ROOT, id);
  const directory = await unzipper.Open.file(zipFile);
  const entries = directory.files.filter((entry) => entry.type === 'File');
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (entries.length > MAX_FILES || total > MAX_BYTES) {
    throw new RangeError('theme bundle is too large');
  }

  const files = [];
  for (const entry of entries) {
    const target = path.join(dir, entry.path);
    await mkdir(path.dirname(target), { recursive: true });
    await pipeline(entry.stream(), createWriteStream(target));
    files.push(entry.path);
  }

  await saveManifest(id, { name, version: 1, files });
  return id;
}

export async function readManifest(id) {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new TypeError('bad theme id');
  return JSON.parse(await readFile(path.join(THEMES_ROOT, id, 'theme.json'), 'utf8'));
}

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { randomUUID } from 'node:crypto';

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

export async function readManifest(id) {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new TypeError('bad theme id');
  return JSON.parse(await readFile(path.join(THEMES_ROOT, id, 'theme.json'), 'utf8'));
}
